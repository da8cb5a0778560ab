using System.Threading.Channels;

namespace Scenarios.Evidence;

/// <summary>Requests wait for the next rate; who should bring it has ended with an exception that nobody looked at, or waits itself for ever. In the healthy twin rates come, slowly.</summary>
internal sealed class RateFeed
{
    private const int Customers = 4;
    private readonly Channel<decimal> _rates = Channel.CreateUnbounded<decimal>();
    private readonly TaskCompletionSource _exchange = new();
    private int _asked;
    private int _answered;
    private Task? _pumping;

    public static IHost Build(string[] args, string way)
    {
        var feed = new RateFeed();
        return Hosts.Web(args, _ => { }, app =>
        {
            app.MapGet("/rate", feed.NextAsync);
            app.Lifetime.ApplicationStarted.Register(() => feed.Start(new Uri(app.Urls.First()), way));
        });
    }

    public async Task<decimal> NextAsync()
    {
        Interlocked.Increment(ref _asked);
        var rate = await _rates.Reader.ReadAsync();
        Interlocked.Increment(ref _answered);
        return rate;
    }

    private void Start(Uri server, string way)
    {
        _pumping = PumpAsync(way);
        new Crew().Start(Customers, "customer", _ => AskForever(server));
        Ready.When(() => way == "slow" ? Volatile.Read(ref _answered) > 20 : Volatile.Read(ref _answered) >= 2 && Volatile.Read(ref _asked) == Volatile.Read(ref _answered) + Customers && (way != "ends" || _pumping.IsFaulted));
    }

    private async Task PumpAsync(string way)
    {
        for (var number = 0; ; number++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
            if (number == 2 && way == "waits")
            {
                await _exchange.Task;
            }

            await _rates.Writer.WriteAsync(Parse(number == 2 && way == "ends" ? "n/a" : "1.07"));
        }
    }

    private static decimal Parse(string quote) => decimal.Parse(quote, System.Globalization.CultureInfo.InvariantCulture);

    private static void AskForever(Uri server)
    {
        using var client = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        while (true)
        {
            using var answer = client.Send(new HttpRequestMessage(HttpMethod.Get, "/rate"));
        }
    }
}
