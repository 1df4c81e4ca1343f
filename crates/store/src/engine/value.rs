//! Which values go into and come out of the database, on either engine?

use super::{Fault, Result};
use bytes::BytesMut;
use jiff::{Timestamp, civil::Date};
use rusqlite::types::{ToSqlOutput, ValueRef};
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

/// A parameter. Ids are stored as sixteen bytes, dates as ISO text, instants as microseconds since 1970.
#[derive(Debug, Clone, Copy)]
pub(crate) enum V<'a> {
    Text(&'a str),
    OptText(Option<&'a str>),
    Int(i64),
    OptInt(Option<i64>),
    Blob(&'a [u8]),
    OptBlob(Option<&'a [u8]>),
    Id(Uuid),
    OptId(Option<Uuid>),
}

impl V<'_> {
    pub(crate) fn instant(at: Timestamp) -> V<'static> {
        V::Int(at.as_microsecond())
    }

    pub(crate) fn flag(set: bool) -> V<'static> {
        V::Int(i64::from(set))
    }

    /// The value as SQLite sees it; PostgreSQL's side is made from the same view.
    fn view(&self) -> ValueRef<'_> {
        match self {
            V::Text(text) | V::OptText(Some(text)) => ValueRef::Text(text.as_bytes()),
            V::Int(number) | V::OptInt(Some(number)) => ValueRef::Integer(*number),
            V::Blob(bytes) | V::OptBlob(Some(bytes)) => ValueRef::Blob(bytes),
            V::Id(id) | V::OptId(Some(id)) => ValueRef::Blob(id.as_bytes()),
            V::OptText(None) | V::OptInt(None) | V::OptId(None) | V::OptBlob(None) => ValueRef::Null,
        }
    }
}

impl rusqlite::ToSql for V<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.view()))
    }
}

impl ToSql for V<'_> {
    fn to_sql(
        &self,
        wanted: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self.view(), wanted) {
            (ValueRef::Null, _) => return Ok(IsNull::Yes),
            (ValueRef::Integer(number), &Type::INT8) => out.extend_from_slice(&number.to_be_bytes()),
            (ValueRef::Text(bytes), &Type::TEXT) | (ValueRef::Blob(bytes), &Type::BYTEA) => {
                out.extend_from_slice(bytes);
            }
            // Never guess: a number sent as text would be stored as something else.
            _ => return Err("parameter of another type than the column".into()),
        }
        Ok(IsNull::No)
    }

    fn accepts(wanted: &Type) -> bool {
        matches!(*wanted, Type::INT8 | Type::TEXT | Type::BYTEA)
    }

    to_sql_checked!();
}

/// A row, valid while it is being read.
pub(crate) enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    pub(crate) fn str(&self, column: usize) -> Result<&str> {
        self.opt_str(column)?.ok_or(Fault::Unreadable("text is missing"))
    }

    pub(crate) fn opt_str(&self, column: usize) -> Result<Option<&str>> {
        match self {
            Row::Sqlite(row) => match row.get_ref(column)? {
                ValueRef::Null => Ok(None),
                ValueRef::Text(bytes) => {
                    std::str::from_utf8(bytes).map(Some).map_err(|_| Fault::Unreadable("text is not UTF-8"))
                }
                ValueRef::Integer(_) | ValueRef::Real(_) | ValueRef::Blob(_) => {
                    Err(Fault::Unreadable("column is not text"))
                }
            },
            Row::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    pub(crate) fn text(&self, column: usize) -> Result<String> {
        self.str(column).map(str::to_owned)
    }

    pub(crate) fn opt_text(&self, column: usize) -> Result<Option<String>> {
        Ok(self.opt_str(column)?.map(str::to_owned))
    }

    pub(crate) fn int(&self, column: usize) -> Result<i64> {
        self.opt_int(column)?.ok_or(Fault::Unreadable("number is missing"))
    }

    pub(crate) fn opt_int(&self, column: usize) -> Result<Option<i64>> {
        match self {
            Row::Sqlite(row) => Ok(row.get(column)?),
            Row::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    pub(crate) fn number(&self, column: usize) -> Result<u32> {
        u32::try_from(self.int(column)?).map_err(|_| Fault::Unreadable("number is out of range"))
    }

    pub(crate) fn opt_number(&self, column: usize) -> Result<Option<u32>> {
        let number = self.opt_int(column)?.map(u32::try_from).transpose();
        number.map_err(|_| Fault::Unreadable("number is out of range"))
    }

    pub(crate) fn flag(&self, column: usize) -> Result<bool> {
        Ok(self.int(column)? != 0)
    }

    pub(crate) fn date(&self, column: usize) -> Result<Date> {
        self.opt_date(column)?.ok_or(Fault::Unreadable("date is missing"))
    }

    pub(crate) fn opt_date(&self, column: usize) -> Result<Option<Date>> {
        let date = self.opt_str(column)?.map(str::parse).transpose();
        date.map_err(|_| Fault::Unreadable("not a date"))
    }

    pub(crate) fn instant(&self, column: usize) -> Result<Timestamp> {
        Timestamp::from_microsecond(self.int(column)?).map_err(|_| Fault::Unreadable("not an instant"))
    }

    pub(crate) fn bytes(&self, column: usize) -> Result<&[u8]> {
        self.opt_bytes(column)?.ok_or(Fault::Unreadable("bytes are missing"))
    }

    pub(crate) fn id(&self, column: usize) -> Result<Uuid> {
        self.opt_id(column)?.ok_or(Fault::Unreadable("id is missing"))
    }

    pub(crate) fn opt_id(&self, column: usize) -> Result<Option<Uuid>> {
        let id = self.opt_bytes(column)?.map(Uuid::from_slice).transpose();
        id.map_err(|_| Fault::Unreadable("id is not sixteen bytes"))
    }

    pub(crate) fn hash(&self, column: usize) -> Result<[u8; 32]> {
        self.bytes(column)?.try_into().map_err(|_| Fault::Unreadable("hash is not 32 bytes"))
    }

    pub(crate) fn opt_hash(&self, column: usize) -> Result<Option<[u8; 32]>> {
        let hash = self.opt_bytes(column)?.map(<[u8; 32]>::try_from).transpose();
        hash.map_err(|_| Fault::Unreadable("hash is not 32 bytes"))
    }

    pub(crate) fn opt_bytes(&self, column: usize) -> Result<Option<&[u8]>> {
        match self {
            Row::Sqlite(row) => match row.get_ref(column)? {
                ValueRef::Null => Ok(None),
                ValueRef::Blob(bytes) => Ok(Some(bytes)),
                ValueRef::Integer(_) | ValueRef::Real(_) | ValueRef::Text(_) => {
                    Err(Fault::Unreadable("column is not bytes"))
                }
            },
            Row::Postgres(row) => Ok(row.try_get(column)?),
        }
    }
}
