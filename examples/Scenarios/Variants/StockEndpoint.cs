namespace Scenarios.Variants;

/// <summary>A web endpoint (Kestrel) that waits for async code with GetAwaiter().GetResult(); its own clients load it.</summary>
internal static class StockEndpoint
{
    private static int s_inside;

    public static IHost Build(string[] args) => Hosts.Web(args, _ => { }, app =>
    {
        app.MapGet("/stock/{id:int}", (int id) => GetStock(id));
        app.Lifetime.ApplicationStarted.Register(() => LoadWith(app.Urls.First()));
    });

    private static string GetStock(int id)
    {
        Interlocked.Increment(ref s_inside);
        return ReadStockAsync(id).GetAwaiter().GetResult();
    }

    private static async Task<string> ReadStockAsync(int id)
    {
        await Task.Yield();
        await Task.Delay(20);
        return $"{id}: 7 pieces";
    }

    private static void LoadWith(string address)
    {
        new Crew().Start(60, "client", number => CallForever(new Uri($"{address}/stock/{number}")));
        Ready.When(() => ThreadPool.ThreadCount >= 8 && ThreadPool.PendingWorkItemCount > 20);
    }

    private static void CallForever(Uri address)
    {
        // A plain socket: the client must not need the pool that it starves.
        using var client = new System.Net.Sockets.TcpClient(address.Host, address.Port);
        var stream = client.GetStream();
        stream.Write(System.Text.Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        var answer = new byte[1024];
        while (stream.Read(answer) > 0)
        {
        }
    }
}
