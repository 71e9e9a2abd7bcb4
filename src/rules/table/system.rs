//! Software and its operation: versions, repositories, clusters, logs, models.

use crate::rules::rule::{Rule, between, integer, number, one_of, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Versions and releases.
    string("version, app version, software version, firmware version, firmware, release version, \
         version number, semver, client version, sdk version, os version, min version, max version, \
         server version, package version, version string, latest version, current version, kernel version, \
         engine version, plugin version, version *", "{{$system.semver}}"),
    one_of!("api version, schema version, api versions, spec version, specversion, group version",
        "v1" | "v2" | "2024-06-01" | "2025-01-15"),
    number("version, revision, schema version, generation, observed generation, row version, version number, \
         etag version, revision number, primary term, version id, lock version, major version, \
         minor version, if primary term", "{{$number.int(min=1,max=20)}}"),
    string("resource version, revision id, generation, build number, build id, build no, revision number",
        "{{$number.int(min=1000,max=9999)}}"),
    number("build number, build, run number, pull number, pr number, iid", "{{$number.int(min=1,max=4000)}}"),
    number("number", "{{$number.int(min=1,max=4000)}}")
        .of("issue pull pullrequest milestone discussion build pr run"),
    string("build, build version", "{{$string.numeric(length=4,allowLeadingZeros=false)}}"),
    string("release, release name, tag name, release tag, git tag", "v{{$system.semver}}"),
    string("name", "v{{$system.semver}}").of("release version"),
    // Repositories.
    string("branch, branch name, base branch, default branch, git branch, head branch, source branch, \
         target branch, head ref, base ref", "{{$git.branch}}"),
    string("name, label", "{{$git.branch}}").of("branch"),
    string("git ref, source repository ref", "refs/heads/{{$git.branch}}"),
    string("ref", "refs/heads/{{$git.branch}}")
        .of("commit repository repo branch git pull head base deployment tag build checkout workflow run \
         object"),
    string("sha, commit, commit hash, commit id, git commit, head sha, base sha, revision, merge commit sha, \
         git sha, git tree state sha, source repository digest, build config digest, build signer digest",
        "{{$git.commitSha}}"),
    string("commit message, commit title", "{{$git.commitMessage}}"),
    string("message", "{{$git.commitMessage}}").of("commit"),
    string("repository name, repo name, project slug, repo, repository, full name repo, repository slug",
        "{{$text.slug}}"),
    string("name, full name", "{{$text.slug}}")
        .of("repo repository package module library dependency plugin workflow cluster namespace pod \
         deployment container node service volume network bucket queue topic job pipeline stream replica \
         daemon secret configmap ingress index snapshot chart runner template index artifact sidecar param \
         parameter function lambda instance server vm disk image toleration task step dag cron env \
         environment registry policy ruleset application app"),
    string("package name, module, module name, library, dependency, plugin, plugin name, crate, gem, \
         npm package, component name, dependencies", "{{$text.slug}}"),
    string("full name", "{{$internet.username}}/{{$text.slug}}").of("repo repository"),
    string("license name, license, spdx id, license type, spdx",
        "{{$helpers.arrayElement(['MIT','Apache-2.0','BSD-3-Clause','GPL-3.0'])}}"),
    string("name", "{{$helpers.arrayElement(['MIT License','Apache License 2.0','BSD 3-Clause License'])}}")
        .of("license"),
    one_of!("programming language, runtime, language runtime, code language",
        "python" | "typescript" | "rust" | "go" | "java"),
    string("language, primary language",
        "{{$helpers.arrayElement(['Python','TypeScript','Rust','Go','Java'])}}")
        .of("repo repository snippet code gist"),
    // Clusters.
    string("namespace, kube namespace, shared namespace, k8s namespace, volume namespace, \
         service account namespace",
        "{{$helpers.arrayElement(['default','production','staging','monitoring','payments'])}}"),
    string("cluster, cluster name, node, node name, pod, pod name, deployment, service, service name, \
         container, container name, workload, instance, instance name, service account, \
         service account name, replica set, stateful set, job name, queue name, queue, bucket, bucket name, \
         topic, topic name, volume, volume name, stream name, secret name, config map, workflow name, \
         workflow, pipeline, pipeline name, task queue, template name, worker, worker name, index, \
         index name, data stream, index pattern, indices, alias name, snapshot, shard name, domain service, \
         server group, app slug, claim name, storage class name, ingress class, host node",
        "{{$helpers.arrayElement(['web-frontend','orders-api','billing-worker','search-index','auth-service','metrics'])}}-{{$number.int(min=1,max=9)}}"),
    string("container image, docker image, image name, image tag, base image, image ref, image",
        "{{$helpers.arrayElement(['nginx:1.27','redis:7.4','postgres:17','node:22-alpine','python:3.13-slim'])}}")
        .of("container pod docker service task init sidecar spec deployment template volume script"),
    string("container image, docker image, base image, image ref, repo tag",
        "{{$helpers.arrayElement(['nginx:1.27','redis:7.4','postgres:17','node:22-alpine','python:3.13-slim'])}}"),
    one_of!("image pull policy, pull policy", "Always" | "IfNotPresent" | "Never"),
    one_of!("restart policy", "Always" | "OnFailure" | "Never"),
    one_of!("termination message policy", "File" | "FallbackToLogsOnError"),
    string("termination message path", "/dev/termination-log"),
    one_of!("fs type, filesystem, file system, filesystem type, mount type", "ext4" | "xfs" | "btrfs"),
    one_of!("access modes", "ReadWriteOnce" | "ReadOnlyMany" | "ReadWriteMany"),
    one_of!("phase, pod phase, lifecycle phase, lifecycle state",
        "Pending" | "Running" | "Succeeded" | "Failed"),
    one_of!("operator, match operator, comparison operator, logical operator, comparator, \
         condition operator", "equals" | "not_equals" | "contains" | "greater_than"),
    string("operator", "{{$helpers.arrayElement(['In','NotIn','Exists','DoesNotExist'])}}")
        .of("requirement selector toleration"),
    string("selector, label selector, field selector, node selector, node field selector, match label",
        "app={{$helpers.arrayElement(['web','api','worker','cache'])}}"),
    one_of!("network mode, network driver, network type, ipc mode, pid mode", "bridge" | "host" | "overlay"),
    one_of!("driver, logging driver, storage driver, log driver", "local" | "json-file" | "overlay2"),
    string("command, cmd, args, arguments, arg, entrypoint, entry point, exec, command line, run command",
        "{{$helpers.arrayElement(['serve','--verbose','migrate','--port=8080','start'])}}"),
    string("env, environment variable, env var, envs",
        "{{$helpers.arrayElement(['LOG_LEVEL=info','NODE_ENV=production','PORT=8080'])}}"),
    string("environment, deployment environment, stage, deploy environment, environment name, deploy stage",
        "{{$text.environment}}"),
    string("platform, app platform, target platform, platform name", "{{$text.platform}}"),
    one_of!("os, operating system, os name, os family, os type, device os, platform os",
        "Linux" | "Windows" | "macOS" | "Android" | "iOS"),
    one_of!("arch, architecture, cpu arch, platform architecture, cpu architecture",
        "amd64" | "arm64" | "x86_64"),
    one_of!("region, aws region, cloud region, region id, data center region, location region, \
         deployment region, default region", "eu-west-1" | "us-east-1" | "us-west-2" | "ap-southeast-2"),
    one_of!("availability zone, az, zone id, availability domain",
        "eu-west-1a" | "us-east-1b" | "us-west-2c"),
    one_of!("provider, cloud provider, cloud, hosting provider, infrastructure provider",
        "aws" | "gcp" | "azure"),
    one_of!("instance type, machine type, vm size, node type, instance class, server type",
        "t3.medium" | "m5.large" | "c6g.xlarge"),
    one_of!("data center, datacenter, dc", "fra1" | "ams2" | "nyc3"),
    string("device, device name, hostname device",
        "{{$helpers.arrayElement(['iPhone 15','Pixel 8','Galaxy S24','iPad Air','MacBook Pro'])}}"),
    string("name, model",
        "{{$helpers.arrayElement(['Front door sensor','Living room lamp','Kitchen thermostat','Garage camera'])}}")
        .of("device sensor gadget"),
    string("device model, model identifier, hardware model, phone model",
        "{{$helpers.arrayElement(['iPhone16,1','SM-S921B','Pixel 8','MacBookPro18,3'])}}"),
    one_of!("cpu, cpu request, cpu limit, cpus", "250m" | "500m" | "1" | "2"),
    one_of!("memory, memory limit, memory request, ram, storage, disk, disk size, storage size, heap size, \
         model memory limit, capacity, ephemeral storage, bytes, cache size, max file size, memory size",
        "256Mi" | "512Mi" | "1Gi" | "4Gi"),
    string("size, memory, store size, bytes, dataset size", "{{$number.int(min=1,max=900)}}mb")
        .of("index shard segment store memory cache stat cat disk"),
    string("size, file size, size text, total size, memory usage, used memory, max size",
        "{{$number.int(min=1,max=900)}} MB"),
    // Data stores.
    string("database, database name, db name, schema name, db, dbname, keyspace",
        "{{$helpers.arrayElement(['orders','inventory','users','analytics','billing'])}}"),
    string("table, table name, collection name, entity name, object name, dataset, dataset name, \
         catalog name, collection",
        "{{$helpers.arrayElement(['customers','orders','products','sessions','events'])}}"),
    string("column, column name, column names", "{{$database.column}}"),
    string("field, field name, property, sort field, time field, target field, source field, input field, \
         sort by, order by, group by, sort key, attribute, fields, attributes, facet, dimension, \
         sort column, results field, by field, use field, date field, actual field, predicted field, facets, \
         properties, =includes, =excludes, sort, * field *, feature name, attributes to *, distinct, \
         stored fields, extra fields, field *",
        "{{$helpers.arrayElement(['created_at','name','status','price','category','updated_at'])}}"),
    one_of!("sort order, order direction, sort direction, =order, =dir, ordering, sorting", "asc" | "desc"),
    one_of!("data type, field type, column type, datatype, value type, variable type, property type, \
         attribute type, parameter type, input type, output type, param type",
        "string" | "number" | "boolean" | "date"),
    one_of!("database type, db engine, database engine, engine, db type",
        "postgresql" | "mysql" | "sqlite" | "mongodb"),
    string("collation", "{{$database.collation}}"),
    one_of!("analyzer, search analyzer, search quote analyzer, tokenizer, normalizer, quote analyzer",
        "standard" | "simple" | "whitespace" | "english"),
    one_of!("similarity, distance metric, distance function, vector distance, similarity metric",
        "cosine" | "dot_product" | "euclidean"),
    string("routing, index routing, search routing, shard key, partition key, routing key",
        "{{$helpers.arrayElement(['shard-a','shard-b','shard-c'])}}"),
    one_of!("preference", "_local" | "_only_local"),
    one_of!("health", "green" | "yellow" | "red"),
    one_of!("health status, health state, health check status", "healthy" | "degraded" | "unhealthy"),
    // Logs and events.
    one_of!("log level, logging level, loglevel, verbosity, min level", "debug" | "info" | "warn" | "error"),
    string("level", "{{$helpers.arrayElement(['debug','info','warn','error'])}}")
        .of("log logger logging message entry event"),
    string("logger, logger name, log source, subsystem",
        "{{$helpers.arrayElement(['app.http','app.orders','app.auth','worker.mail'])}}"),
    string("stack trace, stacktrace, stack, traceback, backtrace, callstack, call stack",
        "at handleRequest (/app/src/server.js:{{$number.int(min=10,max=240)}}:12)"),
    string("error, error message, err, error description, error detail, exception, error text, last error, \
         error msg, exception message, errors, err msg, error reason, errmsg, error summary, failed reason, \
         failure cause", "{{$text.errorMessage}}"),
    string("message, detail, title, description, msg", "{{$text.errorMessage}}")
        .of("error problem exception fault failure warning validation violation"),
    string("warning, warnings, warning message, deprecation message, deprecation",
        "{{$helpers.arrayElement(['This field is deprecated','The request was slower than expected','Some results were left out'])}}"),
    one_of!("severity", "low" | "medium" | "high" | "critical"),
    string("severity level, alert severity, issue severity, incident severity", "{{$text.severity}}"),
    string("event, event name, event type, webhook event, trigger event, event code, event action, events, \
         triggering event, trigger, notification type, webhook topic, event key", "{{$text.event}}"),
    string("name", "{{$text.event}}").of("webhook notification trigger hook"),
    string("type, kind, action", "{{$text.event}}")
        .of("event webhook notification trigger subscription hook"),
    string("action, action name, operation, activity, operation name, action type, verb name, activity type, \
         operation type, action taken, activity name", "{{$text.action}}"),
    string("function, function name, handler, method name, procedure, callable, tool name, lambda function, \
         operation id, tool, tools",
        "{{$helpers.arrayElement(['getOrder','listUsers','sendMail','createInvoice','searchProducts'])}}"),
    string("class, class name, type name, object type, resource type, object class, model class, \
         target type, subject type, owner type, parent type, node kind, resource kind, item type, \
         object kind, catalog object type, source type, entity kind, resource name, parent kind",
        "{{$helpers.arrayElement(['order','customer','product','invoice','project'])}}"),
    string("resource", "{{$helpers.arrayElement(['orders','customers','products','invoices','projects'])}}"),
    string("entity, object", "{{$helpers.arrayElement(['order','customer','product','invoice','project'])}}"),
    string("kind", "{{$helpers.arrayElement(['Deployment','Service','ConfigMap','Job','Pod'])}}")
        .of("api reference ref object involved target scale owner resource node pod"),
    string("kind", "{{$helpers.arrayElement(['standard','custom','system'])}}"),
    string("api group, resource group api, group kind",
        "{{$helpers.arrayElement(['apps','batch','networking.k8s.io','rbac.authorization.k8s.io'])}}"),
    // Language models and search.
    one_of!("model", "gpt-4o" | "claude-sonnet-4" | "mistral-large-latest" | "llama-3.1-70b")
        .of("completion chat embedding message agent inference model llm request conversation moderation \
         fim generation assistant ocr classification transcription thread run task"),
    one_of!("llm, model id, base model, language model, model version id, embedding model, chat model, \
         inference model, llm model, fine tuned model, generative model",
        "gpt-4o" | "claude-sonnet-4" | "mistral-large-latest" | "llama-3.1-70b"),
    string("model name, trained model, model alias",
        "{{$helpers.arrayElement(['text-embedding-3-small','bge-m3','sentiment-v2','churn-predictor'])}}"),
    string("model",
        "{{$helpers.arrayElement(['text-embedding-3-small','bge-m3','sentiment-v2','churn-predictor'])}}"),
    string("prompt, system prompt, instruction, instructions, user prompt, system message, negative prompt, \
         prompt text, prompt template",
        "{{$helpers.arrayElement(['Answer briefly and name your sources.','Summarize the text in three sentences.','Translate the message into French.'])}}"),
    one_of!("finish reason, stop reason, done reason, finished reason", "stop" | "length" | "tool_calls"),
    one_of!("stop, stop sequence, stop word, stop token", "STOP" | "END" | "###"),
    one_of!("task type, task name, task kind, custom task type, work type",
        "import" | "export" | "sync" | "cleanup"),
    one_of!("strategy, merge strategy, rollout strategy, update strategy, deployment strategy, \
         rebalance strategy, retry strategy, policy, retry policy, concurrency policy, selection strategy, \
         patch strategy, backoff policy, collection strategy",
        "default" | "rolling" | "best_effort" | "fail_fast"),
    one_of!("mode, operation mode, run mode, network processing mode, processing mode, execution mode, \
         operating mode, caching mode, display mode, edit mode", "auto" | "manual" | "standard"),
    one_of!("method, algorithm name, sampling method, aggregation method, calculation method, solver, \
         estimation method", "standard" | "automatic" | "manual"),
    one_of!("aggregation, aggregate, aggregation type, metric type, statistic, stat, agg function, \
         aggregate function", "sum" | "avg" | "min" | "max" | "count"),
    string("metric, metric name, kpi, indicator name, metrics",
        "{{$helpers.arrayElement(['page_views','conversion_rate','error_rate','active_users','latency_p95'])}}"),
    string("expression, expr, formula, condition, filter, rule expression, script, when, jq filter, \
         lucene query, filter expression, where, filter string, predicate, event filter, filters, rules, \
         rule, constraint, constraints, json path, jsonpath, restriction, success condition, \
         failure condition",
        "{{$helpers.arrayElement(['status = active','price > 100','country in [DE, FR]','created_at >= now-7d'])}}"),
    string("pattern, regex, regexp, regular expression, patterns, match pattern, glob",
        "{{$helpers.arrayElement(['^[a-z]+$','*.json','[0-9]{4}','^v[0-9]+'])}}"),
    one_of!("separator, delimiter, quote char, escape char, field delimiter, field separator, \
         token separator", "," | ";" | "|" | "-"),
    string("wildcard, fuzziness, minimum should match, boost mode",
        "{{$helpers.arrayElement(['75%','AUTO','2'])}}"),
    one_of!("op, patch op", "add" | "replace" | "remove"),
    one_of!("release channel, upgrade channel, update channel, default upgrade channel",
        "stable" | "beta" | "preview"),
    one_of!("network, network name, internal network", "default" | "internal" | "public"),
    one_of!("software, installed software, application software",
        "Firefox" | "LibreOffice" | "7-Zip" | "Slack"),
    one_of!("hardware", "rev A" | "rev B" | "rev C"),
    one_of!("component, module part, subcomponent, reporting component, components",
        "api" | "web" | "worker" | "scheduler"),
    one_of!("artifact, artifacts, deliverable", "report.pdf" | "build.zip" | "dist.tar.gz"),
    one_of!("broker, brokers, bootstrap server", "broker-1.example.com:9092" | "broker-2.example.com:9092"),
    one_of!("effect, taint effect", "NoSchedule" | "PreferNoSchedule" | "NoExecute"),
    one_of!("stop signal, kill signal, termination signal", "SIGTERM" | "SIGINT" | "SIGKILL"),
    one_of!("scheme", "http" | "https"),
    one_of!("finalizer, finalizers", "kubernetes.io/pv-protection" | "foregroundDeletion"),
    one_of!("dry run", "All"),
    string("manifest, manifest file, yaml, values yaml, config yaml, dockerfile", "version: 1"),
    // Numbers of operation.
    between!("avg cpu, max cpu, average cpu, peak cpu, cpu usage, cpu load", 1, 95),
    between!("iops, disk iops", 500, 16_000),
    between!("milli cpu, cpu milli, millicore, cpu in milli", 100, 4_000),
    number("error code, error number", "{{$number.int(min=1000,max=4999)}}"),
    between!("cpu, cpu count, vcpu, cores, cpu core, core count, num cpu, cpus, core", 1, 16),
    between!("replica, replica count, desired replica, ready replica, available replica, shard count, \
         node count, instance count, parallelism, min replica, max replica", 1, 6),
    between!("pid, process id, ppid", 300, 32_000),
    between!("exit code, signal, return code", 0, 2),
    between!("heap, memory, memory mb, ram, memory limit, memory usage, ram gb", 256, 8_192),
    between!("max token, token count, total token, prompt token, completion token, input token, \
         output token, max output token, num token, context length, context window, trained token, \
         max input token, token *", 64, 4_096),
    number("temperature, top p, presence penalty, frequency penalty, default model temperature, \
         model temperature", "{{$number.float(min=0,max=1,fractionDigits=2)}}")
        .of("completion chat agent task sampling args argument default model llm generation inference \
         sampling conversation prompt"),
    number("top p, presence penalty, frequency penalty, repetition penalty, min p, length penalty",
        "{{$number.float(min=0,max=1,fractionDigits=2)}}"),
    integer("gpu, gpu count, num gpu", "{{$number.int(min=1,max=8)}}"),
];
