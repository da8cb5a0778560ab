namespace Scenarios.Evidence;

/// <summary>Four workers settle in phases and meet at a barrier after each; one has left for good without saying so.</summary>
internal sealed class SettlementMill : BackgroundService
{
    private const int Workers = 4;
    private const int LeavesAfter = 3;
    private readonly Barrier _phase = new(Workers);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var crew = new Crew().Start(Workers, "settler", Settle);
        Ready.When(() => _phase.CurrentPhaseNumber == LeavesAfter && _phase.ParticipantsRemaining == 1);
        GC.KeepAlive(crew);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    public override void Dispose()
    {
        _phase.Dispose();
        base.Dispose();
    }

    private void Settle(int worker)
    {
        for (var phase = 0; worker != Workers || phase < LeavesAfter; phase++)
        {
            WaitForOthers();
        }
    }

    private void WaitForOthers() => _phase.SignalAndWait();
}
