namespace GuruReports.Reporting.Rendering.Words;

/// <summary>Shortens method names.</summary>
internal static class MethodNames
{
    /// <summary>Returns type and method without namespace and parameters (<c>Task.Wait</c>).</summary>
    /// <param name="method">The method as written, with its parameters.</param>
    /// <returns>The short name; the method itself where it has another shape.</returns>
    public static string Short(string method)
    {
        var depth = 0;
        var end = method.Length;
        int last = -1, before = -1;
        for (var i = 0; i < end; i++)
        {
            switch (method[i])
            {
                case '<' or '[':
                    depth++;
                    break;
                case '>' or ']':
                    depth--;
                    break;
                case '(' when depth == 0:
                    end = i;
                    break;
                case '.' when depth == 0:
                    (before, last) = (last, i);
                    break;
            }
        }

        return last > 0 && end > last + 1 ? method[(before + 1)..end] : method;
    }
}
