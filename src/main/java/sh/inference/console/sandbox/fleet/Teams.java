package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.List;

/** The teams of the sandbox's operator, and the people of the team the keys belong to. */
public final class Teams {
    public static final Team OWN = new Team(Ids.complete("1tmn7x4k"), "team", "lumen", "owner", Instant.parse("2025-01-07T09:00:00Z"));
    public static final Member OPERATOR = new Member(Ids.complete("5m8q0vzv"), "operator", "Sandbox Operator", "owner");
    private static final List<Team> ALL = List.of(OWN, new Team(Ids.complete("2tmp3r8s"), "personal", "operator", "owner", Instant.parse("2025-01-06T08:30:00Z")),
            new Team(Ids.complete("3tmh5c1d"), "team", "lumen-labs", "member", Instant.parse("2025-11-18T14:00:00Z")));
    private static final List<Member> MEMBERS = List.of(OPERATOR, new Member(Ids.complete("6m2r7jtk"), "mara", "Mara Lindqvist", "admin"),
            new Member(Ids.complete("7m4x1dpw"), "tomas", "Tomas Okafor", "member"));

    private Teams() {
    }

    /** Somebody in the team. */
    public record Member(String userId, String name, String fullName, String role) {
        public String email() {
            return name + "@lumen.example";
        }
    }

    public static List<Team> all() {
        return ALL;
    }

    /** Who belongs to a team: of the others only the operator is known. */
    public static List<Member> members(Team team) {
        return team == OWN ? MEMBERS : List.of(OPERATOR);
    }

    /** @throws Refusal when the operator does not belong to it */
    public static Team get(String reference) {
        return ALL.stream().filter(team -> team.id().equals(reference) || Ids.shorten(team.id()).equals(reference)).findFirst()
                .orElseThrow(() -> Refusal.notFound("team", reference));
    }
}
