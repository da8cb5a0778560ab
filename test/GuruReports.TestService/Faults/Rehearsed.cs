namespace GuruReports.TestService.Faults;

/// <summary>No illness: waits until the library's rehearsal is over, as it is in a service that has been up for some time.</summary>
internal sealed class Rehearsed : Illness
{
    private const string ThreadName = "guru-rehearsal";

    public override void BreakOut()
    {
        while (Directory.EnumerateDirectories("/proc/self/task").Any(IsRehearsal))
        {
            Thread.Sleep(50);
        }
    }

    private static bool IsRehearsal(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).Trim() == ThreadName;
        }
        catch (IOException)
        {
            // The thread has ended in the meantime.
            return false;
        }
    }
}
