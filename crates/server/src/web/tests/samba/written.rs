//! Who writes the description, what does the program fill in, and who reads it? (S6, 4.9)

use axum::http::StatusCode;

use super::{
    super::{
        family::story::{ELIN, NEIGHBOUR, receipt},
        stories::form::Form,
        world::{COUNSELLOR, DOCTOR, MOTHER},
    },
    ground::{asked, described, described_by, desk, sent},
};

/// CON-22, S6: only the caseworker writes it, and what the coordinator has assessed stands there already.
#[tokio::test]
async fn the_caseworker_writes_the_description_and_nobody_else() {
    let story = asked().await;
    let address = desk(&story, "/samba/description");
    let mut counsellor = story.as_(COUNSELLOR).await;
    let work = counsellor.get("/work").await;
    assert!(work.body.contains("Skriv ärendebeskrivningen"), "{}", work.body);
    let page = counsellor.get(&address).await;
    assert!(page.texts(".shown-field").concat().contains("Vem stöttar Elin på väg till skolan?"));

    let empty = Form::at(&page, &address).press("act", "describe");
    let back = sent(&mut counsellor, &empty).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(back.texts("#tried-fault, #child_view-fault, #family_view-fault").len(), 3);

    let mut doctor = story.as_(DOCTOR).await;
    assert_eq!(doctor.get(&address).await.status, StatusCode::NOT_FOUND, "nothing to read yet");
    let others = doctor.post(&address, &[("act", "describe"), ("tried", "Annat")]).await;
    assert_eq!(others.status, StatusCode::FORBIDDEN);

    let form = described_by(&story, &mut counsellor).await;
    let reply = sent(&mut counsellor, &form).await;
    let receipt = receipt(&mut counsellor, reply).await;
    assert_eq!(receipt.texts("h1"), ["Beskrivningen är låst"]);
    let work = counsellor.get("/work").await;
    assert!(work.body.contains("Fråga familjen om samtycke till Samarbetsrådet eller Samba"));
    assert!(doctor.get(&address).await.body.contains("Jag vill inte gå själv."));
}

/// PRI-16: those who take part see how far it has come; for everybody else it does not exist.
#[tokio::test]
async fn those_who_take_part_see_how_far_it_has_come() {
    let story = described().await;
    for who in [COUNSELLOR, DOCTOR] {
        let page = story.as_(who).await.get(&desk(&story, "/samba")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.texts("#questions ~ ol li").len(), 2);
        assert!(page.texts("#waiting ~ ul").concat().contains("Helena Åkesson: Fråga familjen"));
    }
    let contact = story.as_(DOCTOR).await.get(&desk(&story, "/samba-contact")).await;
    assert_eq!(
        (contact.status, contact.header("location")),
        (StatusCode::SEE_OTHER, &*desk(&story, "/samba"))
    );
    let places = story.as_(DOCTOR).await.get(&desk(&story, "")).await;
    assert_eq!(places.attributes("#places ~ ul a[href$='/samba']", "href").len(), 1);
    for who in [MOTHER, ELIN] {
        assert_eq!(story.as_(who).await.get(&story.at("/samba")).await.status, StatusCode::OK);
    }
    assert_eq!(story.as_(NEIGHBOUR).await.get(&story.at("/samba")).await.status, StatusCode::NOT_FOUND);
}
