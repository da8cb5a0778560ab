using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Threads;

/// <summary>Finds in a stack the framework call that blocks the thread. Pure; shared by states, groups and findings.</summary>
internal static class BlockingCalls
{
    /// <summary>
    /// Walks from the leaf to the first frame of the service's own code and returns the outermost known blocking call,
    /// which is the one that the service made: <c>Task.Wait</c> rather than the monitor below it.
    /// </summary>
    public static BlockingCall? Find(IReadOnlyList<CapturedFrame> frames)
    {
        BlockingCall? found = null;
        for (var index = 0; index < frames.Count; index++)
        {
            var frame = frames[index];
            if (frame.Owner is not CodeOwner.Framework)
            {
                break;
            }

            if (Match(BlockingRules.Executing, frame) is not null)
            {
                break;
            }

            if (Match(BlockingRules.Idle, frame) is { } idle)
            {
                return new BlockingCall(idle.Activity, index, idle.Detail);
            }

            if (Match(BlockingRules.All, frame) is { } rule)
            {
                found = new BlockingCall(rule.Activity, index, rule.Detail);
            }
        }

        return found;
    }

    private static BlockingRule? Match(BlockingRule[] rules, CapturedFrame frame)
    {
        foreach (var rule in rules)
        {
            if (rule.Matches(frame))
            {
                return rule;
            }
        }

        return null;
    }
}
