namespace GuruReports.Inspection.Vocabulary;

/// <summary>Says which frames of a stack stand for it: those of the service's projects; in a stack without any, those of packages.</summary>
internal static class Blame
{
    /// <summary>Returns whose frames stand for a stack; <see cref="CodeOwner.Framework"/> when it has nothing else.</summary>
    public static CodeOwner Level<T>(IReadOnlyList<T> frames)
        where T : IOwned
    {
        var level = CodeOwner.Framework;
        for (var index = 0; index < frames.Count && level is not CodeOwner.Service; index++)
        {
            level = frames[index].Owner > level ? frames[index].Owner : level;
        }

        return level;
    }

    /// <summary>Returns the innermost frame that stands for a stack; null for framework code alone.</summary>
    public static T? First<T>(IReadOnlyList<T> frames)
        where T : class, IOwned
    {
        T? found = null;
        for (var index = 0; index < frames.Count && found is not { Owner: CodeOwner.Service }; index++)
        {
            if (frames[index].Owner > (found?.Owner ?? CodeOwner.Framework))
            {
                found = frames[index];
            }
        }

        return found;
    }

    /// <summary>Returns the frames that stand for a stack, in its order, so that the innermost comes first; none for framework code alone.</summary>
    public static IEnumerable<T> Frames<T>(IReadOnlyList<T> frames)
        where T : IOwned
    {
        var level = Level(frames);
        return level is CodeOwner.Framework ? [] : frames.Where(frame => frame.Owner == level);
    }
}
