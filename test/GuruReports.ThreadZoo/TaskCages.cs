using System.Runtime.CompilerServices;

namespace GuruReports.ThreadZoo;

internal static partial class Cages
{
    [MethodImpl(Plain)]
    public static void WaitTask(Task task)
    {
        Keeper.Mark(); task.Wait();
    }

    [MethodImpl(Plain)]
    public static int TaskResult(Task<int> task)
    {
        Keeper.Mark(); return task.Result;
    }

    [MethodImpl(Plain)]
    public static int AwaiterResult(Task<int> task)
    {
        Keeper.Mark(); return task.GetAwaiter().GetResult();
    }

    [MethodImpl(Plain)]
    public static void ConfiguredResult(Task task)
    {
        Keeper.Mark(); task.ConfigureAwait(false).GetAwaiter().GetResult();
    }

    [MethodImpl(Plain)]
    public static int ValueTaskResult(ValueTask<int> task)
    {
        Keeper.Mark(); return task.GetAwaiter().GetResult();
    }

    [MethodImpl(Plain)]
    public static void WaitAllTasks(Task[] tasks)
    {
        Keeper.Mark(); Task.WaitAll(tasks);
    }

    [MethodImpl(Plain)]
    public static void WaitAnyTask(Task[] tasks)
    {
        Keeper.Mark(); Task.WaitAny(tasks);
    }

    [MethodImpl(Plain)]
    public static async Task SleepAsync(int depth)
    {
        if (depth > 0)
        {
            await SleepAsync(depth - 1);
        }

        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
    }

    [MethodImpl(Plain)]
    public static async ValueTask<T> GenericAsync<T>(T value)
    {
        await Task.CompletedTask;
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
        return value;
    }

    [MethodImpl(Plain)]
    public static IEnumerable<int> Iterate(string what)
    {
        yield return what.Length;
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
    }

    [MethodImpl(Plain)]
    public static async IAsyncEnumerable<int> IterateAsync(string what)
    {
        await Task.CompletedTask;
        yield return what.Length;
        Keeper.Mark(); Thread.Sleep(Timeout.Infinite);
    }

    public static void DrainAsync()
    {
        var items = IterateAsync("x").GetAsyncEnumerator();
        while (items.MoveNextAsync().AsTask().GetAwaiter().GetResult())
        {
        }
    }
}
