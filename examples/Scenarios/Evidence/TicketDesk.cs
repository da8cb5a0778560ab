namespace Scenarios.Evidence;

/// <summary>A web endpoint that polls with Thread.Sleep until its ticket is printed; its healthy twin blocks shortly and seldom.</summary>
internal static class TicketDesk
{
    private const int Customers = 5;
    private static int s_inside;
    private static int s_served;

    public static IHost Build(string[] args, bool polls) => Hosts.Web(args, _ => { }, app =>
    {
        app.MapGet("/ticket/{id:int}", (int id) => polls ? WaitForPrinter(id) : PrintAtOnce(id));
        app.Lifetime.ApplicationStarted.Register(() => Load(new Uri(app.Urls.First()), polls));
    });

    private static string WaitForPrinter(int id)
    {
        Interlocked.Increment(ref s_inside);
        while (id >= 0)
        {
            Thread.Sleep(10);
        }

        return "printed";
    }

    private static string PrintAtOnce(int id)
    {
        Thread.Sleep(1);
        Interlocked.Increment(ref s_served);
        return $"{id} printed";
    }

    private static void Load(Uri server, bool polls)
    {
        new Crew().Start(Customers, "customer", number => AskForever(server, number));
        Ready.When(() => polls ? Volatile.Read(ref s_inside) == Customers : Volatile.Read(ref s_served) > 200);
    }

    private static void AskForever(Uri server, int number)
    {
        using var client = new System.Net.Sockets.TcpClient(server.Host, server.Port);
        var stream = client.GetStream();
        var answer = new byte[4096];
        do
        {
            Thread.Sleep(20);
            stream.Write(System.Text.Encoding.ASCII.GetBytes($"GET /ticket/{number} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        }
        while (stream.Read(answer) > 0);
    }
}
