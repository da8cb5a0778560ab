using System.Threading.Channels;

namespace Scenarios.Evidence;

/// <summary>Two desks take one letter after the other; each waits for an answer of the other before it takes the next.</summary>
internal sealed class DeskOffice : BackgroundService
{
    private const int Orders = 4;
    private readonly Channel<Letter> _orders = Channel.CreateUnbounded<Letter>();
    private readonly Channel<Letter> _stock = Channel.CreateUnbounded<Letter>();

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => _orders.Reader.Count == Orders && _stock.Reader.Count == 0);
        return Task.WhenAll([TakeOrdersAsync(stoppingToken), ReserveAsync(stoppingToken), .. Enumerable.Range(0, Orders).Select(_ => BuyAsync())]);
    }

    private static Task<string> Send(Channel<Letter> to, string text)
    {
        var letter = new Letter(text, new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
        to.Writer.TryWrite(letter);
        return letter.Answer.Task;
    }

    private async Task BuyAsync() => await Send(_orders, "buy");

    private async Task TakeOrdersAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in _orders.Reader.ReadAllAsync(stoppingToken))
        {
            letter.Answer.SetResult(letter.Text == "buy" ? await AskStockAsync() : "owner");
        }
    }

    private async Task<string> AskStockAsync() => await Send(_stock, "reserve");

    private async Task ReserveAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in _stock.Reader.ReadAllAsync(stoppingToken))
        {
            letter.Answer.SetResult(await AskOwnerAsync());
        }
    }

    private async Task<string> AskOwnerAsync() => await Send(_orders, "whose is it");

    private sealed record Letter(string Text, TaskCompletionSource<string> Answer);
}
