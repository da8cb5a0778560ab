namespace Scenarios.Unseen;

/// <summary>Says good-bye to its device when it is collected, and waits for the answer.</summary>
internal sealed class DeviceHandle(Task<string> goodBye)
{
    public static int Waiting;

    ~DeviceHandle() => Close();

    private void Close()
    {
        Interlocked.Increment(ref Waiting);
        _ = goodBye.Result;
    }
}
