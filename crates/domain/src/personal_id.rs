//! Is this a Swedish personal number, and how much of it may be shown?
//!
//! Twelve digits: year, month, day, a serial of three, and a check digit. In a coordination number
//! [samordningsnummer] 60 is added to the day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

const DIGITS: usize = 12;
/// Added to the day in a coordination number.
const COORDINATION: i8 = 60;
/// Serials that the tax agency keeps for made-up persons: nobody real has one from 980.
const FICTIONAL_SERIAL_MIN: u16 = 980;
const FICTIONAL_SERIALS: u16 = 20;

/// A personal number or coordination number whose check digit is right.
///
/// **Invariant:** twelve digits with the right check digit. It never prints itself whole by accident:
/// `Debug` is masked, and there is no `Display`.
#[doc(alias = "personnummer")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonalId([u8; DIGITS]);

/// What is wrong with a text that should be a personal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonalIdFault {
    #[error("a personal number has twelve digits: year, month, day and four more")]
    NotTwelveDigits,
    #[error("the digits hold no date of birth")]
    NoSuchDate,
    #[error("the last digit does not agree with the others")]
    WrongCheckDigit,
}

impl PersonalIdFault {
    /// The text key of its words.
    pub fn key(self) -> &'static str {
        match self {
            PersonalIdFault::NotTwelveDigits => "personal-id-not-twelve-digits",
            PersonalIdFault::NoSuchDate => "personal-id-no-such-date",
            PersonalIdFault::WrongCheckDigit => "personal-id-wrong-check-digit",
        }
    }
}

impl PersonalId {
    /// A number for a made-up person, from the serials that nobody real has. `number` tells apart those born
    /// on the same day; it goes round after 20.
    pub fn fictional(born: Date, number: u16) -> PersonalId {
        PersonalId::made_up(born, 0, number)
    }

    /// The same, as a coordination number.
    pub fn fictional_coordination(born: Date, number: u16) -> PersonalId {
        PersonalId::made_up(born, COORDINATION, number)
    }

    fn made_up(born: Date, added_to_day: i8, number: u16) -> PersonalId {
        let (day, serial) = (born.day() + added_to_day, FICTIONAL_SERIAL_MIN + number % FICTIONAL_SERIALS);
        let text = format!("{}{day:02}{serial:03}0", born.strftime("%Y%m"));
        let mut digits = [0; DIGITS];
        for (digit, letter) in digits.iter_mut().zip(text.bytes()) {
            *digit = letter - b'0';
        }
        digits[DIGITS - 1] = check_digit(&digits);
        PersonalId(digits)
    }

    /// Twelve digits, as it is stored and looked up.
    pub fn digits(&self) -> String {
        self.0.iter().map(|digit| char::from(b'0' + digit)).collect()
    }

    /// Written out whole, for those who may see it: 20130203-1234.
    pub fn whole(&self) -> String {
        let digits = self.digits();
        format!("{}-{}", &digits[..8], &digits[8..])
    }

    /// For others: only the last four digits.
    pub fn masked(&self) -> String {
        format!("••••••••-{}", &self.digits()[8..])
    }

    pub fn is_coordination_number(&self) -> bool {
        self.day() >= COORDINATION
    }

    /// The date of birth in the number. A coordination number may lack month or day, when they are unknown.
    pub fn born(&self) -> Option<Date> {
        let day = if self.is_coordination_number() { self.day() - COORDINATION } else { self.day() };
        Date::new(self.year(), self.month(), day).ok()
    }

    fn year(&self) -> i16 {
        self.0[..4].iter().fold(0, |year, digit| year * 10 + i16::from(*digit))
    }

    fn month(&self) -> i8 {
        self.two(4)
    }

    fn day(&self) -> i8 {
        self.two(6)
    }

    /// The number that two digits make: at most 99.
    fn two(&self, at: usize) -> i8 {
        self.0[at..at + 2].iter().fold(0, |number, digit| number * 10 + i8::try_from(*digit).unwrap_or(0))
    }

    fn has_a_date(&self) -> bool {
        let unknown_in_part = self.is_coordination_number()
            && (0..=12).contains(&self.month())
            && (self.month() == 0 || self.day() == COORDINATION)
            && self.day() <= COORDINATION + 31;
        unknown_in_part || self.born().is_some()
    }
}

/// The check digit of the ten last digits, the last of which is not looked at: each other one is doubled, and
/// the digits of the products are added up (Luhn).
fn check_digit(digits: &[u8; DIGITS]) -> u8 {
    let mut sum = 0;
    for (index, digit) in digits[2..DIGITS - 1].iter().enumerate() {
        let product = if index % 2 == 0 { digit * 2 } else { *digit };
        sum += product / 10 + product % 10;
    }
    (10 - sum % 10) % 10
}

impl FromStr for PersonalId {
    type Err = PersonalIdFault;

    /// Reads twelve digits; a hyphen before the last four and spaces around are allowed.
    fn from_str(text: &str) -> Result<PersonalId, PersonalIdFault> {
        let text = text.trim();
        let joined = match text.split_once('-') {
            Some((date, rest)) if date.len() == 8 => format!("{date}{rest}"),
            Some(_) => return Err(PersonalIdFault::NotTwelveDigits),
            None => text.to_owned(),
        };
        if joined.len() != DIGITS || !joined.bytes().all(|letter| letter.is_ascii_digit()) {
            return Err(PersonalIdFault::NotTwelveDigits);
        }
        let mut digits = [0; DIGITS];
        for (digit, letter) in digits.iter_mut().zip(joined.bytes()) {
            *digit = letter - b'0';
        }
        let id = PersonalId(digits);
        if !id.has_a_date() {
            return Err(PersonalIdFault::NoSuchDate);
        }
        if check_digit(&digits) == digits[DIGITS - 1] {
            Ok(id)
        } else {
            Err(PersonalIdFault::WrongCheckDigit)
        }
    }
}

impl TryFrom<String> for PersonalId {
    type Error = PersonalIdFault;

    fn try_from(text: String) -> Result<PersonalId, PersonalIdFault> {
        text.parse()
    }
}

impl From<PersonalId> for String {
    fn from(id: PersonalId) -> String {
        id.digits()
    }
}

impl fmt::Debug for PersonalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonalId({})", self.masked())
    }
}
