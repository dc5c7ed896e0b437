package dev.epochal.ui.page;

import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Guard;
import dev.epochal.ui.http.Routes;
import epochal.ui.pages.JteloginGenerated;
import java.util.Map;

/** Where the token is shown, when the server can be reached from elsewhere. */
public final class LoginPage {
  private final Guard guard;

  public LoginPage(Guard guard) {
    this.guard = guard;
  }

  /** Its routes. */
  public void addTo(Routes routes) {
    routes.get(
        "/login", call -> Answer.html(Layout.html(out -> JteloginGenerated.render(out, null))));
    routes.post("/login", this::login);
  }

  private Answer login(Call call) {
    return Answer.json(Map.of("ok", true)).with("Set-Cookie", guard.cookie(call.field("token")));
  }
}
