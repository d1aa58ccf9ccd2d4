using System.Text.Json.Nodes;

namespace ScoreGuard.FakePlatforms.Marketo;

/// <summary>Calls on static lists.</summary>
internal sealed class FakeMarketoLists(FakeMarketoInstance instance, FakeMarketoLeads leads)
{
    public JsonObject Members(int list, FakeMarketoRequest request) =>
        leads.Page([.. Get(list).Select(instance.Find).OfType<FakeMarketoLead>().OrderBy(lead => lead.Id)], request);

    public JsonObject Join(int list, JsonObject body)
    {
        var members = Get(list);
        return FakeMarketoAnswers.Result(
            FakeMarketoLeads
                .Rows(body)
                .Select(row =>
                {
                    var id = (long)row["id"]!;
                    var isKnown = instance.Find(id) is { } lead && lead.CreatedAt + instance.ListLag <= instance.Now;
                    var answer = isKnown
                        ? new JsonObject { ["status"] = members.Add(id) ? "added" : "skipped" }
                        : FakeMarketoAnswers.Skipped(1004, "Lead not found");
                    answer["id"] = id;
                    return (JsonNode)answer;
                })
        );
    }

    public JsonObject IsMember(int list, FakeMarketoRequest request)
    {
        var members = Get(list);
        return FakeMarketoAnswers.Result(
            request
                .All("id")
                .Select(id =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = long.Parse(id),
                            ["status"] = members.Contains(long.Parse(id)) ? "memberof" : "notmemberof",
                        }
                )
        );
    }

    private HashSet<long> Get(int list) =>
        instance.Lists.TryGetValue(list, out var members)
            ? members
            : throw new FakeMarketoRefusal(1013, $"List not found for id: {list}");
}
