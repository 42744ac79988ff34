//! The promises of `checkout`. Each runs on a clock that jumps: seconds cost nothing and are exact.

use futures::future::join_all;
use judge::{Fate, Kept, Run, Seen};
use lab::SECOND;
use one_after_another::checkout;
use one_after_another::given::{Receipt, Refusal};

type Outcome = anyhow::Result<Receipt>;

/// How the shop's calls are called in the picture.
const CALLS: [&str; 4] = ["log in", "basket", "address", "payment"];

#[test]
fn every_customer_gets_the_receipt_of_their_own_purchase() -> Kept {
    let one = checking_out("ada").promises(|seen| match &seen.value {
        Some(outcome) => receipt_is(outcome, "ada", 42, "12 Engine Lane"),
        None => Ok(()),
    });
    let two = judge::run(|| join_all(["joan", "ada"].map(checkout)));
    let two_at_once = two.promises(|seen| match seen.value.as_deref() {
        Some([joan, ada]) => receipt_is(joan, "joan", 17, "7 Harbour Street")
            .and_then(|()| receipt_is(ada, "ada", 42, "12 Engine Lane")),
        _ => Ok(()),
    });
    one.kept().and(two_at_once.kept())
}

#[test]
fn basket_and_address_are_fetched_together() -> Kept {
    in_time(buying("ada"))
        .together(&["basket of ada", "address of ada"])
        .starts("basket of ada", SECOND)
        .starts("address of ada", SECOND)
        .kept()
}

#[test]
fn payment_waits_for_the_slower_of_the_two() -> Kept {
    let address_is_slower = in_time(buying("joan")).starts("payment of joan", 3 * SECOND);
    let basket_is_slower = in_time(buying("grace")).starts("payment of grace", 4 * SECOND);
    address_is_slower.kept().and(basket_is_slower.kept())
}

#[test]
fn four_calls_take_four_seconds() -> Kept {
    let all_well = in_time(buying("ada")).promises(|seen| made_once(seen, &CALLS));
    // A refusal is an answer too: nobody likes a card to be charged until it gives in.
    let declined = checking_out("pedro").promises(|seen| made_once(seen, &CALLS));
    let no_basket = checking_out("oscar").promises(|seen| made_once(seen, &CALLS[..3]));
    all_well.takes(4 * SECOND).kept().and(declined.kept()).and(no_basket.kept())
}

#[test]
fn after_a_failed_log_in_no_further_call_is_made() -> Kept {
    checking_out("mallory")
        .promises(|seen| made_once(seen, &CALLS[..1]))
        .never_starts("basket of mallory")
        .never_starts("address of mallory")
        .never_starts("payment of mallory")
        .kept()
}

#[test]
fn without_basket_or_address_nobody_pays() -> Kept {
    let no_basket = checking_out("oscar").never_starts("payment of oscar");
    let no_address = checking_out("nora").never_starts("payment of nora");
    no_basket.kept().and(no_address.kept())
}

#[test]
fn an_error_names_its_step_and_what_the_shop_said() -> Kept {
    let failing = |user, step, said| {
        checking_out(user)
            .usually_means(
                "no-context",
                "`?` passes on what the shop said and adds nothing. anyhow's context puts a line \
                 of yours on top and keeps the rest as the cause.",
                |seen| seen.value.as_ref().is_some_and(is_bare),
            )
            .promises(|seen| blames(seen, step, said))
            .kept()
    };
    failing("trudy", "log in", "unknown customer")
        .and(failing("oscar", "basket", "out of order"))
        .and(failing("nora", "address", "nothing on file"))
        .and(failing("pedro", "pay", "card declined"))
}

#[test]
fn nothing_is_left_running_not_even_after_a_failure() -> Kept {
    let tidy = |user| judge::run(move || checkout(user)).leaves_nothing_running().kept();
    tidy("joan").and(tidy("oscar")).and(tidy("nora"))
}

/// The checkout of somebody to whom the shop refuses nothing.
fn buying(user: &'static str) -> Run<Outcome> {
    checking_out(user).promises(|seen| match &seen.value {
        Some(Err(error)) => {
            Err(format!("It failed: \"{error:#}\"; this customer's checkout must succeed."))
        }
        _ => Ok(()),
    })
}

/// A checkout, with the mistakes to be made in any.
fn checking_out(user: &'static str) -> Run<Outcome> {
    judge::run(move || checkout(user))
        .usually_means(
            "made-up-session",
            "The shop was shown a session that it never gave out. Only log_in has a real one: \
             what needs it has to wait for it.",
            |seen| seen.timeline.said.iter().any(|said| said.line.contains("not one of ours")),
        )
        .usually_means(
            "made-up-receipt",
            "The shop did not write this receipt. The one to return is the one that pay gives.",
            |seen| matches!(&seen.value, Some(Ok(receipt)) if !receipt.is_genuine()),
        )
        .usually_means(
            "pays-without",
            "Something was missing and pay was called all the same. `?` ends the function at an \
             error, before the next call.",
            paid_after_a_refusal,
        )
}

/// A checkout whose seconds count, with the mistake that costs some.
fn in_time(run: Run<Outcome>) -> Run<Outcome> {
    run.usually_means(
        "fetched-in-turn",
        "Basket and address were fetched one after the other. Both need the session, and neither \
         needs the other: have both under way before you wait for either.",
        |seen| match (&seen.spans("basket")[..], &seen.spans("address")[..]) {
            ([basket], [address]) => {
                let done = basket.fate == Fate::Completed && address.fate == Fate::Completed;
                done && (basket.end <= address.start || address.end <= basket.start)
            }
            _ => false,
        },
    )
}

fn receipt_is(outcome: &Outcome, user: &str, total: u32, ship_to: &str) -> Result<(), String> {
    let receipt = match outcome {
        Ok(receipt) => receipt,
        Err(error) => return Err(format!("There is no receipt for {user}: \"{error:#}\".")),
    };
    if (receipt.total, &*receipt.ship_to) != (total, ship_to) {
        Err(format!(
            "The receipt for {user} says {} to \"{}\"; it should say {total} to \"{ship_to}\".",
            receipt.total, receipt.ship_to
        ))
    } else if !receipt.is_genuine() {
        Err(format!(
            "The receipt for {user} has number {}, which is none of the shop's.",
            receipt.number
        ))
    } else {
        Ok(())
    }
}

fn made_once(seen: &Seen<Outcome>, calls: &[&str]) -> Result<(), String> {
    calls.iter().try_for_each(|call| match seen.spans(call).len() {
        1 => Ok(()),
        0 => Err(format!("The call \"{call}\" was never made.")),
        n => Err(format!("The call \"{call}\" was made {n} times; once is promised.")),
    })
}

/// The error names `step`, not its neighbour, and what the shop `said`, in small letters or large.
fn blames(seen: &Seen<Outcome>, step: &str, said: &str) -> Result<(), String> {
    let error = match &seen.value {
        Some(Err(error)) => format!("{error:#}"),
        Some(Ok(_)) => return Err(format!("It succeeded; it has to fail, with \"{said}\".")),
        None => return Ok(()),
    };
    let names = |words: &str| error.to_lowercase().contains(words);
    // These two fail side by side, so here the wrong name is no detail of the wording.
    let other = ["basket", "address"].into_iter().find(|other| *other != step && names(other));
    if !names(step) {
        Err(format!("Its error reads \"{error}\"; \"{step}\", the step that failed, is not in it."))
    } else if let (Some(other), "basket" | "address") = (other, step) {
        Err(format!(
            "Its error reads \"{error}\"; it names the {other} too, but only the {step} failed."
        ))
    } else if !names(said) {
        Err(format!("Its error reads \"{error}\"; the shop's reason, \"{said}\", is not in it."))
    } else {
        Ok(())
    }
}

/// Whether this is the shop's own error with nothing added.
fn is_bare(outcome: &Outcome) -> bool {
    outcome.as_ref().is_err_and(|error| error.is::<Refusal>() && error.chain().count() == 1)
}

/// Whether payment began when basket or address had already been refused.
fn paid_after_a_refusal(seen: &Seen<Outcome>) -> bool {
    let Some(payment) = seen.spans("payment").first().map(|payment| payment.start) else {
        return false;
    };
    seen.timeline.said.iter().any(|said| {
        let fetched = said.line.starts_with("basket") || said.line.starts_with("address");
        fetched && said.line.contains("refused") && said.at <= payment
    })
}
