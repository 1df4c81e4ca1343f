//! How does the program say something in a language?
//!
//! Every word a person reads lies in `locales/LANGUAGE/*.ftl`, embedded when building. Templates say
//! `t.get("key")` or `t.with("key", &[("name", &value)])`. Values are not escaped here: templates do that.

use std::{borrow::Cow, collections::BTreeSet, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use jiff::civil::{Date, DateTime, Time};
use unic_langid::langid;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

static SWEDISH: LazyLock<Texts> = LazyLock::new(|| Texts::load("sv"));

/// All texts of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
    faults: Vec<String>,
}

/// A value that can be put into a text: words as they are, numbers so that the text can bend to them.
pub trait Spoken {
    fn spoken(&self) -> FluentValue<'_>;
}

impl<T: Spoken + ?Sized> Spoken for &T {
    fn spoken(&self) -> FluentValue<'_> {
        (**self).spoken()
    }
}

impl Spoken for str {
    fn spoken(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl Spoken for String {
    fn spoken(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

impl Spoken for Cow<'_, str> {
    fn spoken(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_ref())
    }
}

macro_rules! spoken_numbers {
    ($($number:ty),*) => {$(
        impl Spoken for $number {
            fn spoken(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        }
    )*};
}
spoken_numbers!(u8, u16, u32, u64, usize, i8, i16, i32, i64);

impl Texts {
    /// The Swedish texts.
    pub fn swedish() -> &'static Self {
        &SWEDISH
    }

    fn load(language: &str) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("sv")]);
        // Isolation marks would show as boxes in some mail readers and break copied addresses.
        bundle.set_use_isolating(false);
        let mut keys = BTreeSet::new();
        let mut faults = vec![];
        for (_, file, text) in LOCALES.iter().filter(|(spoken, _, _)| *spoken == language) {
            keys.extend(text.lines().filter_map(key_of).map(str::to_owned));
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
                    faults.extend(errors.iter().map(|error| format!("{file}: {error}")));
                    resource
                });
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(errors.iter().map(|error| format!("{file}: {error}")));
            }
        }
        Self { bundle, keys, faults }
    }

    /// The text under `key`.
    pub fn get(&self, key: &str) -> String {
        self.spoken(key, None)
    }

    /// The text under `key` with values put in.
    pub fn with(&self, key: &str, values: &[(&str, &dyn Spoken)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set((*name).to_owned(), value.spoken());
        }
        self.spoken(key, Some(&args))
    }

    /// Whether there is such a text: for keys made of a code, where some codes need no words.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// Every key there is.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    /// What was wrong in the language files: nothing, or a test fails.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// A date written out, "mån 29 juni 2026".
    pub fn date(&self, date: Date) -> String {
        self.with(
            "date-written-out",
            &[
                ("weekday", &self.get(&format!("weekday-{}", date.weekday().to_monday_one_offset()))),
                ("day", &date.day().to_string()),
                ("month", &self.get(&format!("month-{}", date.month()))),
                ("year", &date.year().to_string()),
            ],
        )
    }

    /// A time of day, "14.10".
    pub fn time(&self, time: Time) -> String {
        self.with(
            "time-written-out",
            &[("hour", &format!("{:02}", time.hour())), ("minute", &format!("{:02}", time.minute()))],
        )
    }

    /// A date and a time, "mån 29 juni 2026 kl. 14.10".
    pub fn date_time(&self, moment: DateTime) -> String {
        self.with(
            "date-and-time",
            &[("date", &self.date(moment.date())), ("time", &self.time(moment.time()))],
        )
    }

    /// A missing key is shown as itself, so that the page still works and the fault is seen.
    fn spoken(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "a text is missing");
            return format!("[{key}]");
        };
        let mut errors = vec![];
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "a text lacks a value");
        }
        text.into_owned()
    }
}

/// `booking-title = ...` begins the text `booking-title`; indented lines and comments begin none.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    (key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
    .then_some(key)
}
