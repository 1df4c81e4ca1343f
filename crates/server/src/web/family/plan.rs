//! What do we need, what has each one promised, and what has nobody answered yet? (T9, PRI-11, PRI-13)

mod answer;
mod line;
mod overview;
mod words;

pub use answer::{create as answer, read as version};
pub use line::{rate, read as line};
pub use overview::read as overview;
pub use words::{
    create_goal as write_goal, create_need as write_need, read_goal as goal, read_need as need,
    withdraw_need as withdraw,
};
