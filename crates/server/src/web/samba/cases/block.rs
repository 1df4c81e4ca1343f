//! How are facts about a case put on a page? As blocks of terms and words, each with its ways on.

/// A heading with what stands under it.
#[derive(Default)]
pub struct Block {
    /// Names the part of the page.
    pub id: String,
    pub title: String,
    pub facts: Vec<Fact>,
    pub table: Option<Table>,
    pub links: Vec<Link>,
}

/// A term, and one or several lines about it.
pub struct Fact {
    pub term: String,
    pub lines: Vec<String>,
}

/// What is money stands in columns.
pub struct Table {
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

pub struct Link {
    pub href: String,
    pub words: String,
}

impl Block {
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Block {
        Block { id: id.into(), title: title.into(), ..Block::default() }
    }

    #[must_use]
    pub fn fact(self, term: impl Into<String>, words: impl Into<String>) -> Block {
        self.lines(term, vec![words.into()])
    }

    /// A term without any lines is left out.
    #[must_use]
    pub fn lines(mut self, term: impl Into<String>, lines: Vec<String>) -> Block {
        if !lines.is_empty() {
            self.facts.push(Fact { term: term.into(), lines });
        }
        self
    }

    #[must_use]
    pub fn link(mut self, href: impl Into<String>, words: impl Into<String>) -> Block {
        self.links.push(Link { href: href.into(), words: words.into() });
        self
    }

    #[must_use]
    pub fn table(mut self, table: Option<Table>) -> Block {
        self.table = table;
        self
    }
}
