//! One course of time: created ≤ published ≤ updated ≤ deleted ≤ now, started ≤ ended, expiry to come.

use crate::generate::Rng;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How far from 1970 moments may lie: the years 1 to 9999, less a century on either side, so that what is added to a
/// moment does not leave them.
const FIRST: i64 = -59_000_000_000_000;
const LAST: i64 = 250_000_000_000_000;

/// The course of time of one object.
#[derive(Debug, Default)]
pub struct Timeline(Option<Course>);

/// Moments, in milliseconds since 1970 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// When it was made: within the past two years.
    pub created: i64,
    /// When it was published: between creation and the last change.
    pub published: i64,
    /// When it was last changed: between creation and now.
    pub updated: i64,
    /// When it was removed: between the last change and now.
    pub deleted: i64,
    /// When it begins: within two months of now.
    pub starts: i64,
    /// When it ends: after it has begun.
    pub ends: i64,
    /// When it is no longer good: after now.
    pub expires: i64,
}

impl Timeline {
    /// The course of time, chosen at the first call.
    pub fn course(&mut self, rng: &mut Rng, now: i64) -> Course {
        *self.0.get_or_insert_with(|| choose(rng, now))
    }
}

fn choose(rng: &mut Rng, now: i64) -> Course {
    let now = now.clamp(FIRST, LAST);
    let mut between = |low: i64, high: i64| rng.integer(i128::from(low), i128::from(high)) as i64;
    let created = between(now - 730 * DAY, now - HOUR);
    let updated = between(created, now);
    let published = between(created, updated);
    let deleted = between(updated, now);
    // What is planned begins at a quarter of an hour and lasts for quarters of an hour.
    let starts = between(now - 60 * DAY, now + 60 * DAY).div_euclid(15 * MINUTE) * 15 * MINUTE;
    let ends = match between(0, 1) {
        0 => starts + between(2, 32) * 15 * MINUTE,
        _ => starts + between(1, 30) * DAY,
    };
    let expires = now + between(HOUR, 365 * DAY);
    Course { created, published, updated, deleted, starts, ends, expires }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_holds_at_any_clock() {
        for now in [i64::MIN, -1, 0, 1_735_689_600_000, i64::MAX] {
            for seed in 0..200 {
                let course = choose(&mut Rng::new(seed), now);
                let clock = now.clamp(FIRST, LAST);
                assert!(course.created <= course.published && course.published <= course.updated);
                assert!(course.updated <= course.deleted && course.deleted <= clock);
                assert!(course.starts < course.ends && clock < course.expires);
            }
        }
    }

    #[test]
    fn it_is_chosen_once() {
        let (mut timeline, mut rng) = (Timeline::default(), Rng::new(1));
        assert_eq!(timeline.course(&mut rng, 0), timeline.course(&mut rng, 0));
    }
}
