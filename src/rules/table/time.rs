//! Time: moments, days, spans.

use crate::rules::rule::{Rule, between, integer, moment, number, one_of, scalar, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // The course of an object's life. Its own module keeps these in order.
    moment!("created, created at, create at, creation time, create time, created time, created timestamp, \
         creation timestamp", "record.createdAt"),
    moment!("date created, created datetime, inserted at, added at, registered at, created utc, \
         created at *, created date *", "record.createdAt"),
    moment!("joined at, signed up at, opened at, submitted at, requested at, initiated at, received at, \
         issued at, crdate", "record.createdAt"),
    moment!(day "created date, creation date, created on, date added, added date, registration date, \
         signup date, join date, joined date, member since, registered since, registered on, \
         submission date", "record.createdAt"),
    moment!("updated, updated at, update time, updated time, modified, modified at, last modified, \
         last updated, last update, date modified, last edited, last changed", "record.updatedAt"),
    moment!("updated timestamp, modification time, modified time, last modified at, last updated at, \
         edited at, changed at, mtime, last update time, date updated, updated at *, modified date *, \
         last sync, synced at, last sync at, refreshed at", "record.updatedAt"),
    moment!(day "updated date, modified date, modification date, updated on, modified on, \
         last modified date, last updated date, revision date", "record.updatedAt"),
    moment!("deleted at, removed at, deletion time, deleted time, deletion timestamp, archived at, \
         canceled at, cancelled at, revoked at, disabled at, deactivated at, terminated at, voided at, \
         destroyed at, suspended at, deleted timestamp, rejected at, failed at", "record.deletedAt"),
    moment!(day "deleted on, deletion date, canceled date, cancelled date, cancellation date, cancel date, \
         archived date, termination date", "record.deletedAt"),
    moment!("published, published at, publish time, publish at, released at, released, posted at, \
         publication time, launched at, approved at, date published, first published", "record.publishedAt"),
    moment!(day "publish date, published date, publication date, release date, published on, pub date, \
         released on, launch date, first air date, air date, issued date", "record.publishedAt"),
    moment!("start, starts at, start at, start time, started at, start timestamp, begin, begins at, \
         begin time, from time, start datetime, starts, started, starting at, begin at, opens at, \
         check in time, start time *", "record.startsAt"),
    moment!("end, ends at, end at, end time, ended at, end timestamp, ends, finish, finished at, \
         finish time, finished, completed at, completion time, end datetime, ended, completed, stopped at, \
         stop time, closes at, to time, completed time, end time *, finish at", "record.endsAt"),
    moment!(day "start date, begin date, from date, date from, starts on, check in date, checkin date, \
         checkin, check in, effective from, valid from, period start, date start, departure date, \
         active from, available from, employment start, hire date, hired at, date of joining, \
         commencement date, since date", "record.startsAt"),
    moment!(day "end date, to date, date to, ends on, finish date, check out date, checkout date, check out, \
         effective to, effective until, valid to, period end, date end, return date, active until, \
         available until, completion date, until date", "record.endsAt"),
    moment!("current period start, period start at, not before, nbf, start time unix nano, window start, \
         effective at, activated at, enabled at", "record.startsAt"),
    moment!("current period end, period end at, end time unix nano, window end", "record.endsAt"),
    moment!("expires, expires at, expire at, expiry, expiration, expiration time, expires on, expiry time, \
         expire time, valid until, not after, expired at, expiration timestamp, expires timestamp, \
         expiry at, expiration time *", "record.expiresAt"),
    moment!(day "expiry date, expiration date, expire date, valid through, valid till, best before, use by, \
         due date, due on, date due, due by, renewal date, renews on, next billing date, next payment date, \
         recurring expiry", "record.expiresAt"),
    moment!("due, due at, deadline, renews at, renewed until, next billing at, trial ends at, trial end, \
         scheduled for, scheduled at, schedule time, next run, next run at, next attempt at, next retry at, \
         remind at, reminder at, available at, eta, resume at, delayed until, not until, until", "date.soon"),
    integer("exp", "{{$record.expiresAt}}"),
    integer("iat", "{{$record.createdAt}}"),
    moment!("last login, last login at, last seen, last seen at, last active, last active at, last activity, \
         last used, last used at, last accessed, last access, last visit, last run, last run at, \
         last sign in at, last checked, last checked at, last heartbeat, last ping, last run time, \
         last attempt, last message at, last contacted at, last opened at, last clicked at, last replied at",
        "date.recent"),
    moment!("at, occurred at, happened at, sent at, read at, seen at, processed at, verified at, \
         confirmed at, accepted at, triggered at, logged at, recorded at, measured at, uploaded at, \
         downloaded at, checked at, synced on, accessed at, resolved at, executed at, queued at, locked at, \
         closed time", "date.recent"),
    moment!("timestamp, time, datetime, date time, event time, event timestamp, log time, ts, date unix, \
         unix time, unix timestamp, epoch, event date time, observed at, utc, server time, current time, \
         transaction time, local time, start local time", "date.recent"),
    moment!("time *, timestamp *, date in *", "date.recent"),
    moment!(day "date, day, as of, as of date, event date, effective date, booking date, visit date, \
         appointment date, report date, value date, posting date, post date, filing date, log date, \
         review date, entry date, service date, travel date", "date.recent"),
    moment!(day "hired on, joined on, graduation date, anniversary, enrollment date, admission date, \
         discharge date, date of travel, date of service, purchase on, acquired on, delivered date",
        "date.past"),
    moment!("since, in since, updated since, created since, updated after, created after, after date, \
         modified since", "date.past"),
    moment!("updated before, created before, before date", "date.recent"),
    moment!(day "=from, =since, =after, =start, date after, from day", "record.startsAt")
        .of("report filter range period history query usage export statement timeframe search criteria \
         interval window log"),
    moment!(day "=to, =until, =before, =end, date before, to day", "record.endsAt")
        .of("report filter range period history query usage export statement timeframe search criteria \
         interval window log"),
    moment!(day "issued on, posted on, sent on, paid on, completed on, approved on, closed on, resolved on, \
         shipped on, scheduled on, added on, opened on, received on, sold on, verified on, submitted on, \
         processed on", "date.recent"),
    moment!(day "end of life, end of support, end of availability, end of sale, sunset date, eol, eol date, \
         end of service", "date.future"),
    moment!("first seen, first seen at, discovered at, detected at, first login, first detected at",
        "record.createdAt"),
    integer("created, updated, modified, timestamp", "{{$date.recent}}").of("file"),
    // Times of day.
    string("opening time, open time, opens, opening hour, start local time, start local, business opens",
        "{{$helpers.arrayElement(['08:00','08:30','09:00','10:00'])}}"),
    string("closing time, close time, closes, closing hour, end local time, end local, business closes",
        "{{$helpers.arrayElement(['17:00','18:00','19:30','22:00'])}}"),
    string("time of day, check in hour, boarding time, sunrise, wake time, pickup time of day",
        "{{$helpers.arrayElement(['06:45','07:30','09:15','13:40'])}}"),
    string("sunset", "{{$helpers.arrayElement(['17:20','18:45','20:10','21:30'])}}"),
    string("opening hours, business hours, hours, office hours, working hours, store hours, open hours",
        "{{$helpers.arrayElement(['Mon-Fri 09:00-18:00','Mon-Sat 10:00-20:00','Daily 08:00-22:00'])}}"),
    // Parts of dates.
    string("month, month name, billing month, period month", "{{$date.month}}"),
    between!("=month, month of year, birth month, month number, billing month, start month, end month",
        1, 12),
    string("weekday, day of week, day name, week day, dow, days of week, available day, working day",
        "{{$date.weekday}}"),
    between!("weekday, day of week, week day, dow, day of the week", 0, 6),
    between!("=day, day of month, monthly billing anchor date, billing day, billing anchor day, \
         day of billing", 1, 28),
    string("=day, billing day, day of month, txn activity day", "{{$number.int(min=1,max=28)}}"),
    between!("day of year, yearday", 1, 365),
    between!("week, week number, week of year, iso week, calendar week", 1, 52),
    between!("year, model year, release year, publication year, production year, graduation year, \
         season year, start year, end year, fiscal year, tax year", 1998, 2025),
    string("year, model year, release year, publication year, production year, graduation year, start year, \
         end year, season year, academic year", "{{$number.int(min=1998,max=2025)}}"),
    one_of!("season", "spring" | "summer" | "autumn" | "winter"),
    between!("=hour, hour of day, start hour, end hour, local hour", 0, 23),
    between!("=minute, minute of hour", 0, 59),
    between!("=second", 0, 59),
    string("period, reporting period, billing month year, accounting period",
        "{{$date.recent|format('yyyy-MM')}}"),
    one_of!("time period, time range, date range, timeframe, time frame, window period, lookback",
        "last_7_days" | "last_30_days" | "last_90_days"),
    // Spans in a unit that the name tells.
    between!("duration, elapsed, elapsed time, length second, running time, run time, runtime, time spent, \
         total time, uptime, total duration, estimated duration, video duration, audio duration, \
         processing time, execution time, age second, talk time, response time, delay, latency, travel time, \
         time taken, took", 5, 3600),
    between!("millis, ms, milliseconds, msec, millisecond, ms *, in millis, time in millis, latency ms, \
         response time ms, elapsed ms, processing time ms, throttled millis", 5, 2_500),
    between!("duration ms, duration millis, track duration ms, video duration ms, total duration ms, \
         length ms, progress ms, uptime ms, uptime millis, uptime in millis", 120_000, 320_000),
    moment!("timestamp ms, time ms, timestamp millis, at ms, date millis, start time in millis, \
         start time millis, expiration time in millis, completion time in millis, created date millis, \
         modified date millis, opened time millis, epoch ms, epoch millis, last update in millis, \
         creation time ms, date in millis", "date.recent"),
    between!("nano, ns, nanos, nanosecond, in nanos, time in nanos, nanoseconds", 20_000, 9_000_000),
    moment!("unix nano, timestamp unix nano, time unix nano, epoch nano", "date.recent"),
    between!("micro, micros, microsecond, microseconds, usec", 100, 90_000),
    between!("sec, secs, seconds, second, duration second, timeout second, interval second, period second, \
         in seconds, duration sec, expires in, expires in seconds, max age seconds, seconds *", 10, 3_600),
    between!("seconds after *, days after *, minutes before *, hours before *, days until *", 1, 60),
    between!("timer, timeout, connection timeout, request timeout, idle timeout, read timeout, \
         session timeout, execution timeout, stop timeout, pending timeout", 5, 120),
    between!("minute, minutes, mins, min duration, duration minute, duration min, length minute, prep time, \
         cook time, total minute, runtime minute, minutes *", 5, 120),
    between!("hour, hours, hrs, duration hour, hours *, working hour, weekly hour, flight hour, total hour",
        1, 40),
    between!("days, nights, number of day, duration day, retention day, trial day, window day, lead time, \
         lead time day, retention, number of nights, trial period day, days *, grace period, stay length",
        1, 90),
    between!("weeks, number of week, duration week", 1, 12),
    between!("months, number of month, duration month, tenure, contract length, duration in month", 1, 36),
    between!("years, number of year, years of experience, experience year, experience, year of experience",
        1, 15),
    string("duration, delay duration, deadline duration, max duration, expected duration, iso duration, \
         prep time duration, pickup window duration, service duration, delivery window duration",
        "{{$helpers.arrayElement(['PT15M','PT30M','PT1H','PT2H','P1D'])}}"),
    string("timer, timeout, interval, keep alive, bucket span, delay, ttl, poll interval, check interval, \
         refresh interval, scroll, backoff, grace period, check frequency, retention, retention period, \
         max age, query delay, wait time, time to live, sync interval, heartbeat interval, cache ttl, \
         initial delay, keepalive, expires in",
        "{{$helpers.arrayElement(['10s','30s','1m','5m','15m','1h'])}}"),
    string("time, took, elapsed, uptime, runtime, running time, total time",
        "{{$number.int(min=5,max=900)}}ms")
        .of("stat shard segment cache index statistic flush merge refresh search metric profile"),
    string("elapsed, uptime, elapsed time, running time, latency, response time, processing time",
        "{{$number.int(min=5,max=900)}}ms"),
    string("time in millis, millis, in millis, ms, seconds, minutes, days, nights",
        "{{$number.int(min=1,max=60)}}"),
    one_of!("calendar interval, granularity, time unit, time interval, interval unit, period unit, \
         resolution unit, duration unit, aggregation period, recurrence unit",
        "minute" | "hour" | "day" | "week" | "month"),
    one_of!("fixed interval", "30s" | "1m" | "1h" | "1d"),
    string("frequency, recurrence, cadence, repeat, schedule frequency, recurrence type, update frequency, \
         repeat interval, recurring", "{{$text.frequency}}"),
    string("schedule, cron, cron expression, cron schedule, crontab, schedule expression, cron string",
        "{{$system.cron}}"),
    string("rrule, recurrence rule, repeat rule",
        "FREQ=WEEKLY;INTERVAL=1;BYDAY={{$helpers.arrayElement(['MO','TU','WE','TH','FR'])}}"),
    string("date format, time format, datetime format, timestamp format, date pattern, dynamic date format",
        "{{$helpers.arrayElement(['yyyy-MM-dd','yyyy-MM-dd HH:mm:ss','dd/MM/yyyy'])}}"),
    scalar("build date, build time, compiled at, commit date, commit time, build timestamp",
        "{{$date.past}}"),
    number("generation time, exec time, load time, connect time", "{{$number.int(min=5,max=900)}}"),
];
