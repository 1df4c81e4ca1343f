//! Does the picture say the same to the eye and to the ear?
