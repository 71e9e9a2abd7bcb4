//! Numbers: counts, sizes, shares, scores, bounds, positions.

use crate::rules::rule::{Rule, between, decimal, integer, moment, number, scalar, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Pages of a list.
    number("page, current page, page number, page no, page index, page num", "{{$record.page}}"),
    number("page size, per page, limit, page limit, items per page, results per page, hits per page, \
         max result, page length, rows per page, take, pagesize, first n", "{{$record.pageSize}}"),
    number("total page, page count, total pages, last page, number of page, pages, max page, num page",
        "{{$record.pageCount}}"),
    number("total count, total item, total result, total element, total record, total row, total hit, \
         total size, result count, item count, total entries, records total, num found, total number, \
         estimated total hit, total entry, records filtered", "{{$record.totalCount}}"),
    number("total, count", "{{$record.totalCount}}")
        .of("page pagination paging list search meta response hit result"),
    number("offset, skip, start index, from index, start offset, start row",
        "{{$number.int(min=0,max=80,multipleOf=20)}}"),
    number("end offset, end index, end row, end position, end pos", "{{$number.int(min=81,max=160)}}"),
    // Counts.
    between!("count, num, total, cnt, counter, nb, tally, sum count, counts", 0, 250),
    between!("number of *, num *, count *, n *, nb *, no of *, nr of *, total *, * number of *, * count *, \
         * counts *, total operation", 0, 250),
    between!("view count, views, view, play count, impression, impressions, page view, hit count, \
         download count, downloads, click count, clicks, visitor count, visits, plays, read count, \
         total views", 50, 90_000),
    between!("like count, likes, share count, shares, retweet count, favorite count, favourites count, \
         upvote, upvotes, vote count, votes, reaction count, favorites count, save count, bookmark count",
        0, 2_500),
    between!("follower count, followers, following, friend count, followers count, subscriber count, \
         member count, subscribers, members count, fans, monthly listener", 10, 25_000),
    between!("star count, stargazers count, stars count, fork count, forks, watchers, watchers count, \
         forks count, open issue, open issues count, stargazer count", 0, 4_000),
    between!("comment count, comments, reply count, replies, review count, reviews, rating count, \
         num comment, comments count, message count, unread count, answer count, number of review, unread, \
         unread messages, ratings count, total reviews, notification count, badge count", 0, 180),
    between!("attempt, attempts, retry, retries, retry count, attempt number, max retry, max attempt, \
         failure count, error count, backoff limit, failure threshold, success threshold, restart count, \
         tries, retries left, failed attempt", 0, 5),
    between!("error, errors, failed, failure, failures, warning, warnings, skipped, conflict, \
         version conflict, timeouts, rejected, noop, missing, errors count, cancelled, dropped, ignored",
        0, 5),
    between!("successful, succeeded, passed, success, processed, indexed, inserted, imported, running, \
         pending, queued, active, deleted, ready, waiting, remaining, available, used, allocated, matched, \
         modified count, deleted count, accepted, open, closed, resolved, * processed, * indexed", 0, 120),
    string("count, total, number of *, * number of *, num *, total *, total operation, * count, size count, \
         deleted, failed, succeeded, processed, docs count", "{{$number.int(min=0,max=250)}}"),
    string("current, total, evictions, hit count, miss count, pri *", "{{$number.int(min=0,max=250)}}")
        .of("index stat shard segment cache cat merge flush search"),
    number("hit, hits, miss, misses, eviction, lookup, cache hit", "{{$number.int(min=0,max=900)}}"),
    // Sizes.
    between!("bytes, byte, size byte, size in bytes, file size, filesize, bytes *, content length, \
         content size, byte size, in bytes, byte count, disk usage, storage used, size bytes, total bytes, \
         max bytes, memory bytes, download size, original size, upload size, attachment size, max file size, \
         bytes received, bytes sent, payload size", 1_024, 4_000_000),
    between!("size", 1_024, 4_000_000)
        .of("file attachment blob image document upload download asset object layer archive artifact media"),
    between!("gigabyte, megabyte, gibibyte, mebibyte, disk, kb, size kb, size mb, mb, gb, size gb, disk gb, \
         storage gb, disk size, storage, storage size, disk size gb, mib, gib, quota", 1, 512),
    between!("size, batch size, chunk size, buffer size, queue size, window size, pool size, max size, \
         min size, sample size, rank window size, shard size, set size, queue length, * size *", 10, 100),
    between!("length, len, char count, word count, text length, string length, character count, line count, \
         max length, min length, total length, sentence count, prefix length, max len", 1, 120),
    // Shares.
    between!("percent, percentage, pct, progress, completion, percent complete, progress percent, \
         completeness, percentage complete, completion rate, utilization, usage percent, percentile, \
         cpu percent, memory percent, visit percentage, rollout percentage, tip percentage, load, \
         disk usage percent, percent *, occupancy rate, attendance rate, bounce rate", 0, 100),
    decimal!("percent, percentage, pct, progress, completion, percent complete, utilization, cpu usage, \
         progress percent, usage percent, percentile", 0, 100, 1),
    scalar("progress, percentage, percent, pct, completion, commission rate, percentage rate, \
         progress percent", "{{$number.int(min=0,max=100)}}"),
    decimal!("ratio, fraction, share, proportion, probability, confidence, likelihood, accuracy, precision, \
         recall, f1, f1 score, relevance, similarity, similarity score, confidence score, p value, \
         weighting, certainty, match score, completion ratio, sampling ratio, hit ratio, growth rate, churn, \
         churn rate, error rate, success rate, failure rate, click rate, open rate, ctr, tpr, fpr, auc, \
         lower bound share, downsample factor, cutoff frequency, dropout", 0, 1, 3),
    decimal!("rate, growth, change percent, change percentage, percent change, price change, return rate",
        0, 15, 2),
    scalar("=rate, rate value", "{{$number.float(min=0,max=15,fractionDigits=2)}}"),
    between!("rate, sampling, throughput, requests per second, rps, qps, tps, rate limit, \
         requests per minute, rpm, per second, per minute, per hour, requests per *, docs per second, \
         * per second, * per minute, * per hour, * per day, limit per *", 5, 500),
    between!("rate limit remaining, rate limit limit, quota limit, quota remaining, remaining quota",
        10, 5_000),
    between!("score", 0, 5).of("match game fixture home away team"),
    between!("limit, remaining", 100, 5_000).of("rate throttle quota usage"),
    between!("star, fork, stars", 0, 4_000).of("repository repo project package"),
    between!("volume", 1_000, 5_000_000).of("candle trade quote stock market bar ticker ohlc ohlcv"),
    // Scores.
    decimal!("score, max score, min score, weighted score, overall score, quality score, sentiment score, \
         risk score, relevance score, search score, trust score, minimum score, initial score, \
         anomaly score, record score", 0, 1, 3),
    between!("score, risk score, quality score, total score, points score, overall score, health score, \
         high score, final score, test score, trust score, credit rating score", 1, 100),
    string("score, risk score, max score, min score", "{{$number.int(min=1,max=100)}}"),
    between!("points, story point, estimate, effort, credit, credits, coins, karma, reputation, reward, \
         hit point, points *, modifier, bonus, bonuses, bonus *, score point, ki point, sorcery point",
        1, 50),
    decimal!("boost, importance, factor, multiplier, coefficient, scale, scaling factor, negative boost, \
         feature importance, exponent, amplitude, gain", 0.5, 3, 2),
    between!("weight, boost, importance, factor, multiplier, scale, scaling factor", 1, 10),
    decimal!("alpha, beta, gamma, lambda, eta, epsilon, sigma, learning rate, tolerance, theta, delta, mu, \
         momentum, decay, weight decay, k1, b, tau, penalty, initial temperature, regularization, noise, \
         jitter", 0, 1, 3),
    decimal!("loss, train loss, valid loss, validation loss, mean squared error, mse, rmse, mae, std error, \
         perplexity, training loss", 0, 2, 4),
    decimal!("embedding, vector, query vector, values vector, dense vector, weights, vectors", -1, 1, 4),
    decimal!("avg, average, mean, median, std, stddev, std deviation, variance, standard deviation, sum, \
         std dev, variance population, variance sampling, skewness, kurtosis, q1, q2, q3, lower, upper, p50, \
         p75, p90, p95, p99, sum of square, avg *, average *, mean *, exponential average *, moving average",
        1, 250, 2),
    between!("avg, average, mean, median, p50, p75, p90, p95, p99, q1, q2, q3, avg *, average *, sum *",
        1, 250),
    string("avg, average, mean, median, sum, min, max, avg *, exp avg *",
        "{{$number.float(min=1,max=250,fractionDigits=1)}}"),
    // Bounds.
    number("min, minimum, lower bound, lower limit, low bound, range min, min value, minimum value, \
         from value, gte, gt, =lower, range start, range from, =from", "{{$record.min}}"),
    number("max, maximum, upper bound, upper limit, high bound, range max, max value, maximum value, \
         to value, lte, lt, =upper, range end, range to, =to", "{{$record.max}}"),
    string("minimum, gte, gt, lower bound, range start, min value, range from, str minimum",
        "{{$record.min}}"),
    string("maximum, lte, lt, upper bound, range end, max value, range to", "{{$record.max}}"),
    number("min *, minimum *", "{{$number.int(min=1,max=10)}}"),
    number("max *, maximum *", "{{$number.int(min=10,max=100)}}"),
    number("cap, threshold, allowance, * limit, ceiling, limit *, hard limit, soft limit, soft, hard",
        "{{$number.int(min=10,max=500)}}"),
    string("limit, threshold, quota, limit *, max *, min *, size limit", "{{$number.int(min=10,max=500)}}"),
    decimal!("threshold, cutoff, score threshold, confidence threshold", 0, 1, 2),
    number("min price, price min, lowest price, price from, low price", "{{$record.min}}"),
    number("max price, price max, highest price, price to", "{{$record.max}}"),
    number("range, tolerance, margin, padding, spacing, gap, offset value, indent, margin *, padding *, \
         buffer, slop, width px, span, distance px, lag, stride, shift, margins",
        "{{$number.int(min=1,max=40)}}"),
    // Positions.
    number("=index, idx, index", "{{$record.index}}"),
    between!("position, rank, ranking, order, sort order, ordinal, display order, seq, step, place, \
         order index, sort, step number, line number, row, column, col, row number, level number, line, \
         sort index, list position, row index, column index, slot, queue position, slice id, shard, \
         partition, start position, start pos, iteration, epoch number, display position, sort position, \
         sort priority", 1, 20),
    string("ordinal, order, rank, sequence, index number, step, shard, partition, slice, slot",
        "{{$number.int(min=1,max=20)}}"),
    between!("priority, level, tier, severity, severity level, nesting level, depth, urgency, grade number, \
         priority level, log level, weight class, complexity, difficulty, rating level, nice, stage, phase, \
         spell level, character level, * level, effort level", 1, 5),
    between!("steps, epochs, iterations, round, rounds, cycle, cycles, training step, num step, max epoch, \
         warmup step, logging step, batches, batch, pass", 1, 50),
    between!("top k, top n, k, n, num candidate, num result, neighbors, num neighbor, n gram, max gram, \
         min gram, ngram, beam, beams, =m, num choice", 1, 20),
    between!("dimension, dims, dim, vector size, embedding dimension, hidden size, num feature, features, \
         vector dimension, output dimension", 64, 1_024),
    between!("mode, file mode, default mode, permission mode", 256, 511),
    between!("type, kind, category, status, state, flag, flags, action type, class, role, gender, source, \
         channel, method, reason, event type, type id, subtype, enum, platform, visibility, region, \
         color index, operation, format, variant, style", 0, 5),
    number("moved, added, changed, removed, * moved, * added, * removed, * changed, * deleted, * created, \
         * updated, * sent, * received, * used", "{{$number.int(min=0,max=120)}}"),
    number("value, val, reading, measurement, measured value, number, data point, sensor value, \
         current value, previous value, old value, new value, default value, numeric value, null value, \
         num value, float value, int value, statistic, y value, x value, result, metric value, \
         estimated value, current, previous, target, target value, baseline, actual, forecast, prediction, \
         delta value, change, diff, difference, increase, decrease", "{{$number.int(min=1,max=500)}}"),
    decimal!("value, reading, measurement, measured value, data point, sensor value, current value, \
         metric value, change, diff, difference, result, prediction, forecast", 1, 500, 2),
    integer("key", "{{$number.int(min=1,max=100)}}"),
    number("key", "{{$number.int(min=1,max=100)}}"),
    number("lun, replica number, worker number, thread, threads, worker, workers, processor, concurrency, \
         num thread, max thread, allocation, allocations, max concurrency, number of allocation, \
         concurrency limit, max worker, bucket index", "{{$number.int(min=1,max=16)}}"),
    number("doc, docs, document, documents, record, records, rows, entry, entries, item, items, results, \
         user, users, file, files, event, events, message, messages, node, nodes, shards, task, tasks, job, \
         jobs, orders, lines, word, words, char, chars, character, characters, token, tokens, request, \
         requests, * docs", "{{$number.int(min=1,max=250)}}"),
    number("frequency, freq, doc freq, term freq, occurrence, occurrences, df, tf, sum doc freq, usage, \
         usage count, use count, times, times used", "{{$number.int(min=1,max=400)}}"),
    decimal!("frequency, hz", 0.1, 60, 1),
    number("interval, period, window, every, cadence, poll interval, refresh interval, repeat interval, \
         interval count, heartbeat, bucket span", "{{$number.int(min=1,max=60)}}"),
    decimal!("opacity, transparency, brightness, contrast, saturation, hue", 0, 1, 2),
    between!("opacity, volume, contrast, saturation", 0, 100),
    number("hue", "{{$number.int(min=0,max=360)}}"),
    number("angle, rotation, degree, degrees, pan, tilt", "{{$number.int(min=0,max=359)}}"),
    number("attendance, attendees, participants, viewers, listeners, players, audience size, crowd",
        "{{$number.int(min=5,max=5000)}}"),
    moment!("date *", "date.recent"),
    string("quantity *", "{{$number.int(min=1,max=20)}}"),
];
