namespace Scenarios.Unseen;

/// <summary>Answers tax questions from a table whose class never gets ready.</summary>
internal sealed class TaxService : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var crew = new Crew().Start(6, "checkout", number => TaxTable.RateOf(number));
        Ready.When(() => crew.AllWait);
        return Task.CompletedTask;
    }
}
