namespace Scenarios.Roots;

/// <summary>Rents a terminal for each payment and does not give it back when the card is refused.</summary>
internal sealed class PaymentDesk : BackgroundService
{
    private readonly TerminalPool _terminals = new();
    private int _refused;
    private int _begun;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _refused) == 4 && Volatile.Read(ref _begun) >= 12);
        var payments = new List<Task>();
        for (var number = 0; number < 12; number++)
        {
            payments.Add(PayAsync(number, stoppingToken));
        }

        await Task.WhenAll(payments);
    }

    private async Task PayAsync(int number, CancellationToken stop)
    {
        Interlocked.Increment(ref _begun);
        var terminal = await _terminals.RentAsync(stop);
        await Task.Delay(10, stop);
        if (number < 4)
        {
            Interlocked.Increment(ref _refused);
            return;
        }

        terminal.Dispose();
    }
}
