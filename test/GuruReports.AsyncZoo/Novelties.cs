namespace GuruReports.AsyncZoo;

/// <summary>Kinds of tasks and of awaited objects that no table knows, each with an async method that waits for one.</summary>
internal sealed class Novelties
{
    private readonly List<object> _kept = [];

    public void Build(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var task = new MadeUpTask();
            var source = new MadeUpSource();
            _kept.AddRange([task, source, Await(task), Await(source)]);
        }
    }

    private static async Task Await(MadeUpTask task) => await task;

    private static async Task Await(MadeUpSource source) => await source;

    /// <summary>Never started; it ends when nobody knows.</summary>
    private sealed class MadeUpTask() : Task(static () => { });

    /// <summary>Its own awaiter, which keeps what it is to go on with.</summary>
    private sealed class MadeUpSource : System.Runtime.CompilerServices.ICriticalNotifyCompletion
    {
        private readonly List<Action> _next = [];

        public bool IsCompleted => false;

        public MadeUpSource GetAwaiter() => this;

        public void GetResult() => _next.Clear();

        public void OnCompleted(Action continuation) => _next.Add(continuation);

        public void UnsafeOnCompleted(Action continuation) => _next.Add(continuation);
    }
}
