using System.Threading.Channels;

namespace GuruReports.AsyncZoo;

/// <summary>Two desks, each with a queue that it alone reads, one message after the other; each waits for an answer of the other.</summary>
internal sealed class Desks
{
    private readonly Channel<Letter> _left = Channel.CreateUnbounded<Letter>();
    private readonly Channel<Letter> _right = Channel.CreateUnbounded<Letter>();
    private readonly List<Task> _work = [];

    public void Build(int customers)
    {
        if (customers == 0)
        {
            return;
        }

        _work.Add(WorkLeftAsync());
        _work.Add(WorkRightAsync());
        for (var customer = 0; customer < customers; customer++)
        {
            _work.Add(AskAsync());
        }

        SpinWait.SpinUntil(() => _left.Reader.Count == customers);
    }

    private static Task<string> Send(Channel<Letter> to, string text)
    {
        var letter = new Letter(text, new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
        to.Writer.TryWrite(letter);
        return letter.Answer.Task;
    }

    private async Task AskAsync() => await Send(_left, "order");

    private async Task WorkLeftAsync()
    {
        await foreach (var (text, answer) in _left.Reader.ReadAllAsync())
        {
            answer.SetResult(text == "order" ? await AskRightAsync() : "owner");
        }
    }

    private async Task<string> AskRightAsync() => await Send(_right, "reserve");

    private async Task WorkRightAsync()
    {
        await foreach (var letter in _right.Reader.ReadAllAsync())
        {
            letter.Answer.SetResult(await AskLeftAsync());
        }
    }

    private async Task<string> AskLeftAsync() => await Send(_left, "who");

    private sealed record Letter(string Text, TaskCompletionSource<string> Answer);
}
