using System.Collections.Concurrent;

namespace Scenarios.Sick;

/// <summary>Sends requests and waits for replies that nobody matches: no time limit, no clean-up.</summary>
internal sealed class RequestBroker : BackgroundService
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<string>> _pending = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => _pending.Count == 300);
        var requests = Enumerable.Range(0, 300).Select(HandleAsync).ToArray();
        await Task.WhenAll(requests);
    }

    private async Task<int> HandleAsync(int number)
    {
        var answer = await AskAsync($"request {number}");
        return answer.Length;
    }

    private async Task<string> AskAsync(string request)
    {
        var id = Guid.NewGuid();
        var reply = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = reply;
        Send(id, request);
        return await reply.Task;
    }

    // The reply comes back with another id than the one it was sent with.
    private void Send(Guid id, string request) => OnReply(Guid.NewGuid(), $"{id}: {request}");

    private void OnReply(Guid id, string reply)
    {
        if (_pending.TryRemove(id, out var waiting))
        {
            waiting.SetResult(reply);
        }
    }
}
