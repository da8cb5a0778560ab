using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Threads;

/// <summary>Tells stacks of this library from those of the service.</summary>
internal static class OwnFrames
{
    private static readonly string[] Assemblies = ["GuruReports.Hosting", "GuruReports.Inspection", "GuruReports.Reporting"];

    /// <summary>Returns whether a stack has code of the library. One that runs code of the service's own counts as the service's.</summary>
    /// <param name="frames">The stack.</param>
    /// <param name="isOurs">Whether it is known to be the library's, whatever the frames say.</param>
    public static bool AreAll(IReadOnlyList<CapturedFrame> frames, bool isOurs = false)
    {
        for (var index = 0; index < frames.Count; index++)
        {
            if (Array.IndexOf(Assemblies, frames[index].Assembly) >= 0)
            {
                isOurs = true;
            }
            else if (frames[index].Owner is not CodeOwner.Framework)
            {
                return false;
            }
        }

        return isOurs;
    }
}
