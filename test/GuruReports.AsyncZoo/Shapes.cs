namespace GuruReports.AsyncZoo;

/// <summary>Methods whose names the compiler mangles, and odd graphs.</summary>
internal static class Shapes
{
    internal static class Generic<T>
    {
        public static async Task Await(TaskCompletionSource source)
        {
            await source.Task; // line: Generic
        }
    }

    public static Task Local(TaskCompletionSource source)
    {
        return Inner(source);

        static async Task Inner(TaskCompletionSource inner)
        {
            await inner.Task; // line: Local
        }
    }

    public static Task Lambda(TaskCompletionSource source)
    {
        Func<Task> body = async () => await source.Task; // line: Lambda
        return body();
    }

    public static object StartVoid(TaskCompletionSource source)
    {
        Void(source);
        return source;
    }

    private static async void Void(TaskCompletionSource source)
    {
        await source.Task; // line: Void
    }

    public static async Task Second(TaskCompletionSource source)
    {
        await Task.CompletedTask;
        await Task.Yield();
        GC.KeepAlive(source);
        await source.Task; // line: Second
    }

    public static async Task Shared(Task task)
    {
        await task; // line: Shared
    }

    public static async Task Recurse(int depth, Task task)
    {
        if (depth == 0)
        {
            await task; // line: Recurse end
            return;
        }

        await Recurse(depth - 1, task); // line: Recurse
    }

    public static object Cycle()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tasks = new Task[2];
        tasks[0] = CycleFirst(gate.Task, tasks);
        tasks[1] = CycleSecond(tasks);
        gate.SetResult();
        return tasks;
    }

    private static async Task CycleFirst(Task gate, Task[] tasks)
    {
        await gate;
        await tasks[1]; // line: CycleFirst
    }

    private static async Task CycleSecond(Task[] tasks)
    {
        await tasks[0]; // line: CycleSecond
    }
}
