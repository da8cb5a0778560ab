namespace Scenarios.Sick;

/// <summary>Starts a timer for each session and disposes none.</summary>
internal sealed class SessionTracker : BackgroundService
{
    private readonly List<Timer> _timers = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var session = 0; session < 20_000; session++)
        {
            _timers.Add(new Timer(CheckSession, session, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20)));
        }

        Ready.When(() => Timer.ActiveCount >= 20_000);
        return Task.CompletedTask;
    }

    private static void CheckSession(object? session) => Console.WriteLine($"session {session} is idle");
}
