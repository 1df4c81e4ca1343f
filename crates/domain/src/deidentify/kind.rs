//! What can a text give away, and what is to be done about it?

use serde::{Deserialize, Serialize};

/// What a finding means for whoever wants to store the text (DID-1, DID-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Must be taken away: nobody can say that it points out nobody.
    Blocks,
    /// A human looks at it and says "this points out nobody", or takes it away.
    Held,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $key:literal $verdict:ident,)+) => {
        /// What a finding is. `key` names its words in `locales/`, as `deidentify-KEY`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum FindingKind {
            $($(#[$doc])* $kind,)+
        }

        impl FindingKind {
            /// All there are, what blocks first.
            pub const ALL: &[FindingKind] = &[$(FindingKind::$kind,)+];

            pub fn verdict(self) -> Verdict {
                match self {
                    $(FindingKind::$kind => Verdict::$verdict,)+
                }
            }

            pub fn key(self) -> &'static str {
                match self {
                    $(FindingKind::$kind => $key,)+
                }
            }
        }
    };
}

kinds! {
    /// A name or nickname of somebody in the case.
    KnownName "known-name" Blocks,
    /// Initials of somebody in the case.
    KnownInitials "known-initials" Blocks,
    /// A unit, school or clinic of the case.
    KnownUnit "known-unit" Blocks,
    /// A street, village or locality of the case.
    KnownPlace "known-place" Blocks,
    KnownEmployer "known-employer" Blocks,
    /// A personal or coordination number whose check digit is right, or one of the case.
    PersonalId "personal-id" Blocks,
    Phone "phone" Blocks,
    Email "email" Blocks,
    WebAddress "web-address" Blocks,
    Postcode "postcode" Blocks,
    StreetAddress "street-address" Blocks,
    /// A registration or case number.
    CaseNumber "case-number" Blocks,
    ExactDate "exact-date" Blocks,
    /// The year, or the month and year, somebody was born.
    BirthYear "birth-year" Blocks,
    ClassName "class-name" Blocks,
    /// An age where only the band is allowed.
    ExactAge "exact-age" Blocks,
    /// How many siblings, or how old.
    Siblings "siblings" Blocks,
    /// A municipality or locality in the list of places.
    Locality "locality" Blocks,
    /// A school, preschool, home or clinic by name.
    Institution "institution" Blocks,

    /// Close to something of the case, but also an ordinary word, or a guess at a nickname.
    MaybeKnown "maybe-known" Held,
    /// Letters that stand alone.
    MaybeInitials "maybe-initials" Held,
    /// Looks like a personal number, but the check digit is wrong.
    MaybePersonalId "maybe-personal-id" Held,
    /// A year, month, week or time of the year that may be too exact.
    MaybeDate "maybe-date" Held,
    /// A number of years that may be an age.
    MaybeAge "maybe-age" Held,
    /// A sibling, or a place among siblings.
    MaybeSiblings "maybe-siblings" Held,
    /// A school year without a class.
    SchoolYear "school-year" Held,
    /// A unit by its abbreviation: the type of unit is to be written.
    UnitTerm "unit-term" Held,
    /// A diagnosis: what it means for the child's day is to be written.
    Diagnosis "diagnosis" Held,
    /// A rare diagnosis or event.
    Rare "rare" Held,
    /// A nationality, country or language.
    Origin "origin" Held,
    /// Somebody's own words.
    Quote "quote" Held,
    /// A capitalised word that is not known.
    UnknownName "unknown-name" Held,
    /// A common first name or surname written in lower case.
    CommonName "common-name" Held,
    /// Capitals, or letters and digits mixed.
    UnknownCode "unknown-code" Held,
    /// A long number of no kind that is known.
    LongNumber "long-number" Held,
}
