//! What is done with the plan, from the first need to the copies of each version?

pub mod plan_view;
