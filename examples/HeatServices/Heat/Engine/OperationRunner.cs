using Heat.Storage;
using Microsoft.Extensions.Options;

namespace Heat.Engine;

/// <summary>Does an operation, with its stack locked in the database.</summary>
internal sealed class OperationRunner(StackStore stacks, LockTable locks, StackGraph graph, Workbench workbench, IOptions<HeatOptions> options)
{
    private const int Resources = 3;

    public async Task RunAsync(Operation operation, string worker, CancellationToken cancellationToken)
    {
        workbench.Begin(new Job(worker, operation.Stack, operation.Action, "waits for the stack's lock", DateTimeOffset.UtcNow));
        while (!await locks.TryTakeAsync(operation.Stack, worker, cancellationToken))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }

        try
        {
            await ChangeAsync(operation, worker, cancellationToken);
        }
        finally
        {
            await locks.ReleaseAsync(operation.Stack, worker, CancellationToken.None);
            workbench.End(worker);
        }
    }

    private async Task ChangeAsync(Operation operation, string worker, CancellationToken cancellationToken)
    {
        var action = operation.Action.ToUpperInvariant();
        await stacks.SetAsync(operation.Stack, action + "_IN_PROGRESS", 0, cancellationToken);
        if (operation.Nested is { } nested)
        {
            workbench.Step(worker, $"updates nested {nested}");
            graph.Update(operation.Stack, nested);
        }

        for (var resource = 1; resource <= Resources; resource++)
        {
            workbench.Step(worker, FormattableString.Invariant($"resource {resource} of {Resources}"));
            await Task.Delay(options.Value.ResourceTime, cancellationToken);
        }

        if (operation.Action == "delete")
        {
            await stacks.DeleteAsync(operation.Stack, cancellationToken);
        }
        else
        {
            await stacks.SetAsync(operation.Stack, action + "_COMPLETE", Resources, cancellationToken);
        }
    }
}
