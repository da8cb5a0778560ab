namespace Scenarios.Sick;

/// <summary>Two transfers take the locks of the same two accounts in opposite order; everybody else queues behind them.</summary>
internal sealed class TransferService : BackgroundService
{
    private readonly Account _checking = new("checking", 1_000);
    private readonly Account _savings = new("savings", 5_000);
    private readonly CountdownEvent _audits = new(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var transfers = new Crew()
            .Start("transfer-1", () => Transfer(_checking, _savings, 100))
            .Start("transfer-2", () => Transfer(_savings, _checking, 250));
        _audits.Wait(stoppingToken);
        var tellers = new Crew().Start(30, "teller", _ => ShowBalance(_checking));

        Ready.When(() => transfers.AllWait && tellers.AllWait);
        return Task.CompletedTask;
    }

    private void Transfer(Account from, Account to, decimal amount)
    {
        lock (from)
        {
            Audit();
            lock (to)
            {
                from.Balance -= amount;
                to.Balance += amount;
            }
        }
    }

    private void Audit()
    {
        _audits.Signal();
        _audits.Wait();
    }

    private static decimal ShowBalance(Account account)
    {
        lock (account)
        {
            return account.Balance;
        }
    }

    private sealed class Account(string name, decimal balance)
    {
        public string Name { get; } = name;

        public decimal Balance { get; set; } = balance;
    }
}
