"""Two steps at sign-in, where the installation demands them."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt, encrypt
from django.urls import reverse


def test_without_a_second_step_staff_are_led_to_set_it_up(
    cast, client, settings
) -> None:
    settings.REQUIRE_TOTP = True
    client.force_login(cast.budi)
    response = client.get(reverse("desk"))
    assert response.status_code == 302
    assert response["Location"] == reverse("mfa_activate_totp")


def test_with_a_second_step_the_desk_opens(cast, client, settings) -> None:
    settings.REQUIRE_TOTP = True
    Authenticator.objects.create(
        user=cast.budi, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DP"}
    )
    client.force_login(cast.budi)
    assert client.get(reverse("desk")).status_code == 200


def test_where_it_is_not_demanded_the_desk_opens(cast, client) -> None:
    client.force_login(cast.budi)
    assert client.get(reverse("desk")).status_code == 200


def test_the_secret_of_the_second_step_is_kept_as_ciphertext() -> None:
    sealed = encrypt("JBSWY3DP")
    assert "JBSWY3DP" not in sealed
    assert decrypt(sealed) == "JBSWY3DP"
