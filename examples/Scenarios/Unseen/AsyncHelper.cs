namespace Scenarios.Unseen;

/// <summary>The snippet that is copied from service to service.</summary>
internal static class AsyncHelper
{
    private static readonly TaskFactory s_factory = new(CancellationToken.None, TaskCreationOptions.None, TaskContinuationOptions.None, TaskScheduler.Default);

    public static T RunSync<T>(Func<Task<T>> call) => s_factory.StartNew(call).Unwrap().GetAwaiter().GetResult();
}
