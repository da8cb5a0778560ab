using System.Diagnostics;

namespace FleetService;

/// <summary>Delivers something once a second, each delivery with a trace of its own.</summary>
internal sealed partial class Courier(ILogger<Courier> logger) : BackgroundService
{
    private static readonly ActivitySource s_source = new("Fleet");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var number = 1; await timer.WaitForNextTickAsync(stoppingToken); number++)
        {
            using var activity = s_source.StartActivity("deliver");
            LogDelivered(number);
        }
    }

    [LoggerMessage(LogLevel.Information, "Delivered {Number}")]
    private partial void LogDelivered(int number);
}
