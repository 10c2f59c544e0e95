using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Purbalingga.Portal.Hosting;

/// <summary>One record is one line, whatever a caller put into it: control signs and line separators are written as escapes.</summary>
internal sealed class OneLineConsoleFormatter(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "oneline";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = new StringBuilder(200)
            .Append(clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))
            .Append(' ').Append(Short(logEntry.LogLevel)).Append(' ').Append(logEntry.Category).Append(": ");
        AppendEscaped(line, logEntry.Formatter(logEntry.State, logEntry.Exception));
        if (logEntry.Exception is { } error)
        {
            AppendEscaped(line.Append(" | "), error.ToString());
        }

        textWriter.WriteLine(line.ToString());
    }

    /// <summary>Appends a text that cannot end or fake a line.</summary>
    internal static void AppendEscaped(StringBuilder line, string? text)
    {
        foreach (var sign in text ?? "")
        {
            switch (sign)
            {
                case '\n':
                    line.Append("\\n");
                    break;
                case '\r':
                    line.Append("\\r");
                    break;
                case '\u2028' or '\u2029':
                case var _ when char.IsControl(sign):
                    line.Append("\\u").Append(((int)sign).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    line.Append(sign);
                    break;
            }
        }
    }

    private static string Short(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
