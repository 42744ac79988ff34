//! Has the compiler print a hundred megabytes of complaints. | does not compile: mmmm

pub mod given;

macro_rules! ten {
    ($name:ident $($t:tt)*) => {
        $name! { $($t)* } $name! { $($t)* } $name! { $($t)* } $name! { $($t)* } $name! { $($t)* }
        $name! { $($t)* } $name! { $($t)* } $name! { $($t)* } $name! { $($t)* } $name! { $($t)* }
    };
}
macro_rules! one {
    ($text:literal) => {
        compile_error!($text);
    };
}
macro_rules! tens {
    ($text:literal) => {
        ten! { one $text }
    };
}
macro_rules! hundreds {
    ($text:literal) => {
        ten! { tens $text }
    };
}

ten! { hundreds "@LONG@" }

pub async fn run_all() -> Vec<u32> {
    Vec::new()
}
