namespace Scenarios.Evidence;

/// <summary>An exception of the service's own that nobody knows: it fails every claim and comes out of the endpoint. The healthy twin catches it and answers with what is wrong.</summary>
internal static class ClaimDesk
{
    private static int s_asked;

    public static IHost Build(string[] args, bool catches) => Hosts.Web(args, _ => { }, app =>
    {
        app.MapGet("/claim/{id:int}", (int id) => catches ? Ask(id) : Decide(id));
        app.Lifetime.ApplicationStarted.Register(() => Load(new Uri(app.Urls.First())));
    });

    private static string Ask(int id)
    {
        try
        {
            return Decide(id);
        }
        catch (PolicyLapsedException lapsed)
        {
            return lapsed.Message;
        }
    }

    private static string Decide(int id) => id < 0 ? "paid" : throw new PolicyLapsedException($"claim {id}: no policy");

    private static void Load(Uri server)
    {
        new Crew().Start("customer", () =>
        {
            using var client = new HttpClient { BaseAddress = server };
            for (var number = 0; ; number++)
            {
                using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, $"/claim/{number}"));
                Interlocked.Increment(ref s_asked);
                Thread.Sleep(100);
            }
        });
        Ready.When(() => Volatile.Read(ref s_asked) > 20);
    }

    private sealed class PolicyLapsedException(string message) : Exception(message);
}
