namespace Scenarios.Unseen;

/// <summary>Answers tax questions from a table whose class never gets ready.</summary>
internal sealed class TaxService : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = 0;
        new Crew().Start(6, "checkout", number =>
        {
            Interlocked.Increment(ref started);
            TaxTable.RateOf(number);
        });
        Ready.When(() => Volatile.Read(ref started) == 6);
        return Task.CompletedTask;
    }
}
