using System.Threading.Channels;

namespace Scenarios.Roots;

/// <summary>Mails receipts in the background; an address that is empty ends the loop, without an exception.</summary>
internal sealed class ReceiptOutbox : IHostedService
{
    private readonly Channel<string> _receipts = Channel.CreateUnbounded<string>();
    private Task _mailing = Task.CompletedTask;

    public static IHost Build(string[] args) => Hosts.Worker(args, static builder =>
    {
        builder.Services.AddSingleton<ReceiptOutbox>();
        builder.Services.AddHostedService(static services => services.GetRequiredService<ReceiptOutbox>());
        builder.Services.AddHostedService<Checkout>();
    });

    public void Mail(string address) => _receipts.Writer.TryWrite(address);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _mailing = MailAllAsync();
        Ready.When(() => _mailing.IsCompleted && _receipts.Reader.Count > 300);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MailAllAsync()
    {
        await foreach (var address in _receipts.Reader.ReadAllAsync())
        {
            if (address.Length == 0)
            {
                return;
            }

            await Task.Delay(1);
        }
    }

    private sealed class Checkout(ReceiptOutbox outbox) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            for (var number = 1; !stoppingToken.IsCancellationRequested; number++)
            {
                outbox.Mail(number == 20 ? "" : $"customer-{number}@shop.example");
                await Task.Delay(2, stoppingToken);
            }
        }
    }
}
