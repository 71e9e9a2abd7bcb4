//! Words and sentences: titles, descriptions, labels, states, kinds.

use crate::rules::rule::{Rule, one_of, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // What things are called.
    string("name, title name, caption name, friendly label, short name, long name, alternate name, \
         alternative name, item label, names", "{{$text.label}}"),
    string("name, title", "{{$text.title}}")
        .of("project workspace event article post page blog survey form campaign report dashboard board \
         list course lesson task todo issue ticket milestone meeting appointment session job course story \
         chapter section topic thread discussion announcement newsletter notebook note presentation slide \
         deck quiz exam assignment goal objective initiative epic sprint roadmap collection gallery folder \
         document file episode feature playlist question idea program training webinar conference talk \
         experiment exhibition exhibit"),
    string("name", "{{$text.team}}").of("team group department squad division unit committee club channel"),
    string("=team, team name, group name, department name, channel name, channel", "{{$text.team}}"),
    string("name, title, text", "{{$text.category}}")
        .of("category genre section topic taxonomy segment classification department type kind"),
    string("name, title, text", "{{$text.tag}}").of("tag label keyword topic badge hashtag"),
    string("name", "{{$text.role}}").of("role"),
    string("name", "{{$text.permission}}").of("permission scope privilege grant"),
    string("name", "{{$text.language}}").of("language"),
    string("name", "{{$text.status}}").of("status state"),
    string("name", "{{$text.priority}}").of("priority"),
    string("name", "{{$text.unit}}").of("unit"),
    string("name", "{{$text.key}}")
        .of("setting config option parameter param variable attribute property field column header env \
         environment metadata cookie metric argument input output constant symbol"),
    string("name", "{{$system.mimeType}}").of("mime"),
    string("name", "{{$color.human}}").of("color colour"),
    string("name", "{{$commerce.productMaterial}}").of("material fabric"),
    string("name", "{{$hacker.noun}}").of("tool skill technology framework"),
    string("name", "{{$helpers.arrayElement(['Chrome','Firefox','Safari','Edge'])}}").of("browser"),
    string("name", "{{$helpers.arrayElement(['Linux','Windows','macOS','Android','iOS'])}}").of("os"),
    string("name", "{{$text.platform}}").of("platform"),
    string("name", "{{$text.event}}").of("webhook hook trigger"),
    string("name", "{{$helpers.arrayElement(['card','paypal','bank_transfer'])}}").of("payment"),
    string("title, heading, name title, page title, post title, article title, header text, section title, \
         event title, project name, project title, job name title, campaign name, task title, meeting title, \
         dashboard title, report name, thread title, subtitle, course title, content title, project, \
         campaign, original title, form name, survey name, board name, workspace name, book title text",
        "{{$text.title}}"),
    string("task, issue, milestone, epic, sprint, goal, objective, agenda, topic title, workspace, \
         application, application name, app name, app", "{{$text.title}}"),
    string("label, display label, badge, ribbon, button text, button label, link text, cta, placeholder, \
         menu label, tab, short label, cta text, field label, button title, menu title, display text, \
         display value, display as", "{{$text.label}}"),
    string("tag, hashtag, keyword, tags, keywords, topics, labels, tag list, search term tag, synonyms, \
         hashtags, search keyword", "{{$text.tag}}"),
    string("labels, label name", "{{$text.tag}}").of("issue task note card email photo pull ticket"),
    string("category, categories, subcategory, category name, classification, taxonomy, topic category, \
         parent category, main category, category type", "{{$text.category}}"),
    string("slug, permalink slug, url slug, url key, seo name, pretty url, url name, short code",
        "{{$text.slug}}"),
    string("shortcode, name normalized, normalized name, machine name, system name", "{{$text.slug}}"),
    string("handle", "{{$text.slug}}").of("product collection shop article blog page"),
    string("alias, aliases, nickname alias, codename, code name, moniker", "{{$text.slug}}"),
    string("abbreviation, abbr, acronym, short form, initials code", "{{$hacker.abbreviation}}"),
    // Sentences.
    string("description, desc, details, detail, short description, long description, description html, \
         description text, meta description, seo description, full description, item description text, \
         summary description, remarks, explanation, descriptions, purpose, about text, description *",
        "{{$text.description}}"),
    string("summary, abstract, excerpt, teaser, snippet, intro, introduction, lead, preview text, highlight, \
         outline, overview text, synopsis text, digest text, executive summary, description summary, blurb",
        "{{$text.sentence}}"),
    string("text, body, content, html, markdown, paragraph, article body, post body, plain text, body html, \
         body text, message body, html body, content html, full text, text content, body markdown, rendered, \
         raw text, transcript, full content, email body, document text, article content, long text, \
         script text, policy text, terms text", "{{$text.paragraph(min=1,max=2)}}"),
    string("message, msg, notification, greeting, welcome message, status message, text message, sms, alert, \
         announcement, notice, message text, chat message, info message, user message, response message, \
         status text, status description, message *, subtext, banner text, push message, notification text, \
         tooltip, hint, help text, help, helptext, helper text", "{{$text.message}}"),
    string("comment, comments, reply, note comment, reviewer comment, response text, user comment, \
         comment text, comment body, answer, opinion, remark", "{{$text.comment}}"),
    string("body, text, content, message", "{{$text.comment}}").of("comment reply answer discussion"),
    string("body, text, content", "{{$text.message}}")
        .of("message chat sms notification conversation email reply"),
    string("note, notes, memo, internal note, private note, admin note, staff note, annotation, \
         additional info, additional information, extra info, remark note, other info, instruction note, \
         completed note, note *", "{{$text.note}}"),
    string("question, question text, survey question, prompt question, faq, security question, \
         quiz question", "{{$text.question}}"),
    string("text, title, label, name", "{{$text.question}}").of("question faq poll"),
    string("reason, cause, rationale, justification, reason text, cancellation reason, cancel reason, \
         status reason, reason code, change reason, close reason, reject reason, rejection reason, \
         reason message, why, pause reason, reason *, explanation reason, assignment explanation, \
         motivation, grounds, unavailable reason", "{{$text.reason}}"),
    string("sentence, quote, quotation, fact, tip text, saying, fun fact, phrase", "{{$text.sentence}}"),
    string("quote", "{{$text.review}}").of("testimonial"),
    string("joke, setup, punchline", "{{$text.sentence}}"),
    string("terms, disclaimer, copyright, legal notice, legal text, footnote, copyright notice, footer, \
         cancellation policy text, return policy, policy description, warranty text, privacy notice",
        "{{$text.sentence}}"),
    string("copyright text, copyrights", "© {{$number.int(min=2012,max=2025)}} {{$company.name}}"),
    string("evidence, evidence text, claim, finding, observation, result text, recommendation, suggestion, \
         solution, workaround, hypothesis, assessment, root cause, outcome description",
        "{{$text.sentence}}"),
    string("remediation, possible remediation, mitigation, guidance, legal information, refusal, advice, \
         warning text, tip, info tip, requirement, responsibility, benefit, feature text, highlight text, \
         qualification, acceptance criterion, todo, action item, next step", "{{$text.sentence}}"),
    string("feature, features, function description",
        "{{$helpers.arrayElement(['Dark mode','Offline access','Team sharing','Two-factor sign-in','Export to CSV'])}}"),
    string("word, words, term, search word, stopword, keyword text, stopwords, protected word, token text",
        "{{$word.noun}}"),
    string("adjective", "{{$word.adjective}}"),
    string("noun", "{{$word.noun}}"),
    string("adverb", "{{$word.adverb}}"),
    string("mood, emotion, feeling, sentiment feeling", "{{$text.mood}}"),
    one_of!("sentiment, sentiment label, polarity", "positive" | "neutral" | "negative"),
    // States and kinds.
    string("status, state, current status, account status, user status, state name, status name, \
         record status, processing status, current state, overall status, approval status, \
         verification status, workflow status, workflow state, sync status, member status, listing status, \
         onboarding status, kyc status, lifecycle status, subscription status, progress status, \
         publication status, job status, task status, run status, build status, review status, status *",
        "{{$text.status}}"),
    one_of!("conclusion, outcome, result, test result, check result, final result, result code, verdict",
        "success" | "failure" | "neutral" | "skipped"),
    one_of!("state, status", "open" | "in_progress" | "done" | "closed")
        .of("task issue todo ticket bug story pull milestone request case incident"),
    one_of!("state, status", "queued" | "running" | "succeeded" | "failed")
        .of("job run build pipeline workflow deployment execution step batch process import export sync"),
    one_of!("job state, task state, deployment status, run state, execution status, import status, \
         export status, transfer status", "queued" | "running" | "succeeded" | "failed"),
    one_of!("approval state, moderation status, verification state", "pending" | "approved" | "rejected"),
    one_of!("membership status, license status", "active" | "trialing" | "past_due" | "canceled"),
    one_of!("status", "confirmed" | "pending" | "cancelled")
        .of("booking reservation appointment event attendance rsvp invitation"),
    one_of!("availability", "available" | "busy" | "away")
        .of("user agent employee member doctor provider calendar"),
    one_of!("rsvp, rsvp status, attendance, response status, attendance status",
        "accepted" | "declined" | "tentative"),
    string("type, types", "{{$helpers.arrayElement(['standard','basic','premium','custom'])}}"),
    one_of!("type, category type", "individual" | "business" | "partner")
        .of("customer account user client contact entity member organization profile"),
    one_of!("account type, user type, customer type, client type, member type, entity category, \
         contact type, profile type, recipient type, party type", "individual" | "business" | "partner"),
    one_of!("type", "home" | "work" | "mobile" | "other").of("phone email address telecom number"),
    one_of!("type", "bug" | "feature" | "task").of("issue ticket task story"),
    one_of!("type", "image" | "video" | "audio" | "document").of("media asset content"),
    one_of!("type", "text" | "image" | "file").of("message part block chunk attachment component"),
    one_of!("type", "string" | "number" | "boolean" | "date")
        .of("field column property attribute variable parameter param argument schema metadata"),
    one_of!("type", "text" | "single_choice" | "multiple_choice" | "rating").of("question survey"),
    one_of!("subtype, sub type, variant type, type detail, kind detail", "standard" | "extended" | "legacy"),
    string("classes, class of *, css class", "{{$helpers.arrayElement(['standard','primary','secondary'])}}"),
    string("style, theme, layout, skin, theme name, layout type, view type, display type, appearance, \
         template type, design", "{{$helpers.arrayElement(['default','light','dark','compact'])}}"),
    string("position, placement, anchor, location position, vertical alignment, horizontal alignment",
        "{{$helpers.arrayElement(['top','bottom','left','right','center'])}}"),
    string("template, email template, message template, template id name",
        "{{$helpers.arrayElement(['welcome','order-confirmation','password-reset','monthly-invoice'])}}"),
    string("font, font family, typeface",
        "{{$helpers.arrayElement(['Inter','Roboto','Georgia','Helvetica'])}}"),
    string("font weight", "{{$helpers.arrayElement(['normal','bold','600'])}}"),
    string("priority, urgency, importance, priority level, priority name", "{{$text.priority}}"),
    string("level, tier name, intensity, impact, risk level, risk, confidence level, likelihood, \
         threat level, risk rating, complexity, effort", "{{$text.level}}"),
    string("source, traffic source, utm source, lead source, referral source, channel source, \
         acquisition source, origin source, utm medium, data source, registration source, source name, \
         how did you hear", "{{$text.source}}"),
    string("utm campaign, utm content, utm term", "{{$text.slug}}"),
    string("name", "{{$text.source}}").of("source"),
    string("format, output format, response format, export format, file output, input format, data format, \
         report format, formats, audio format, return format",
        "{{$helpers.arrayElement(['json','csv','xml','pdf'])}}"),
    string("key format, message format, schema type, schema format",
        "{{$helpers.arrayElement(['json','avro','protobuf'])}}"),
    string("phone format, number format, name format, currency format, display format, string format",
        "{{$helpers.arrayElement(['default','short','long'])}}"),
    string("medium, channel type, delivery channel, contact method, communication channel, \
         notification channel, preferred contact method, message channel, communication preference, \
         contact preference, notification method, delivery medium",
        "{{$helpers.arrayElement(['email','sms','push','phone'])}}"),
    string("language, language name, spoken language, native language, original language, \
         preferred language, default language, ui language, source language, target language, \
         learning language, language preference, language *", "{{$text.language}}"),
    string("language code, lang code, iso language, iso639, language iso, hreflang, language tag, \
         language id, language iso code, languages code", "{{$text.languageCode}}"),
    string("lang, detected language, languages", "{{$text.languageCode}}"),
    string("code, iso code", "{{$text.languageCode}}").of("language lang"),
    string("script, script code", "{{$helpers.arrayElement(['Latn','Cyrl','Arab','Hans'])}}")
        .of("language locale"),
    string("group, group by name, segment, cohort, bucket group, series group, groups, user group, \
         target group, audience segment, age group, customer segment, customer group",
        "{{$helpers.arrayElement(['new customers','regulars','staff','partners','beta testers'])}}"),
    one_of!("age range", "18-24" | "25-34" | "35-44" | "45-54" | "55+"),
    one_of!("yes no, indicator, ind, =flag, yn", "Y" | "N"),
    one_of!("enabled, is active, active flag, is enabled, is default, required, is required, deleted flag, \
         is deleted, visible, hidden, locked, verified, success, deprecated, optional, nullable, \
         recursive read only", "true" | "false"),
    one_of!("is *, has *, can *, allow *, should *, use *, enable *, disable *, skip *", "true" | "false"),
    string("=flags", "{{$text.tag}}"),
    string("=suffix, suffix", "{{$helpers.arrayElement(['_v2','-eu','-archive'])}}"),
    string("=prefix, prefix", "{{$helpers.arrayElement(['app-','prod-','team-'])}}"),
    one_of!("answer choice, option label, choice, option value, response option, selection",
        "Yes" | "No" | "Maybe"),
    string("suggest, suggestion text, autocomplete, completion text, query suggestion", "{{$text.label}}"),
    // Values of nothing in particular.
    string("value, values, default value, string value, text value, val, field value, attribute value, \
         property value, display string, current value, new value, old value, previous value, default, \
         setting value, data value, raw value, option values, str val", "{{$text.label}}"),
    string("value", "{{$internet.email}}").of("email"),
    string("value", "{{$phone.number}}").of("phone mobile fax telephone"),
    string("value", "{{$internet.url}}").of("url website link uri"),
    string("value", "{{$text.tag}}").of("tag label keyword"),
    string("value", "{{$number.int(min=1,max=500)}}")
        .of("metric measurement quantity stat score gauge counter reading"),
    string("data, payload, metadata, raw, extra, json, extras, context, custom data, user data, state data, \
         meta, additional data, additional property, private metadata, tracking data, personal detail, \
         billing detail, input data, raw payload, result data, response body, request body",
        "{\"source\":\"web\",\"count\":{{$number.int(min=1,max=9)}}}"),
    string("input, inputs, output, outputs, results, response, stdin, stdout, stdout text, attributes json, \
         properties json", "{{$text.sentence}}"),
    string("parameter, param, configuration, config, setting", "{{$text.key}}={{$number.int(min=1,max=20)}}"),
    string("key as string, value as string, min as string, max as string, avg as string, sum as string, \
         * as string", "{{$number.float(min=1,max=500,fractionDigits=1)}}"),
];
