namespace Purbalingga.Portal.Tests.BadInput;

/// <summary>JSON texts of values that a parameter was never meant to hold; some cannot even be written by a JSON library.</summary>
internal static class HostileValues
{
    private const int Many = 10_000;

    /// <summary>Each is sent as the value of every parameter.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "null", "\"\"", "\"   \"", "0", "-1", "-0.0", "1.5", "99999999999999999999999", "1e400", "9223372036854775807", "-2147483649", "true", "false",
        "[]", "{}", "[null]", "[[]]", "[{}]", "[1,2]", "[\"a\",\"a\"]", "{\"a\":1}", "{\"a\":{\"b\":[{}]}}", "{\"id\":null,\"id\":[]}",
        "[{\"id\":null,\"name\":null,\"key\":null,\"value\":null,\"url\":null,\"capacity\":null}]",
        "[{\"id\":{},\"name\":[],\"key\":{},\"value\":[{}],\"url\":[],\"capacity\":{}}]",
        "[{\"id\":-1,\"name\":1.5,\"key\":true,\"value\":1e400,\"url\":0,\"capacity\":99999999999999999999999}]",
        "[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"a\",\"value\":\"2\"}]",
        "\"a\\u0000b\"", "\"\\ud800\"", "\"\\uffff\\u202e\\u0301\"", "\"\\ud83c\\udf34\"", "\"baris\\r\\nbaris\"", "\"NaN\"", "\"-99999999999999999999\"",
        "\"9999-99-99T99:99:99\"", "\"0000-00-00\"", "\"9999-12-31T23:59:59-14:00\"", "\"../../etc/passwd\"", "\"' OR 1=1 --\"", "\"%00%ff\"", "\"a b c,,;\"", "\"[\\\"a\"", "\"{\\\"a\\\":\"",
        "\"*:*)) OR ((\"", "\"[* TO\"", "\"{!func}a\"", "\"\\\\\"",
    ];

    /// <summary>A few kinds of them.</summary>
    public static IReadOnlyList<string> Some { get; } = ["null", "-1", "\"\"", "[{}]", "{\"a\":1}", "\"a\\u0000b\"", "\"' OR 1=1 --\""];

    /// <summary>Large ones: each is sent as the value of every parameter, but by one caller only.</summary>
    public static IReadOnlyList<string> Large { get; } =
    [
        "\"" + new string('a', 100_000) + "\"",
        new string('[', 60) + new string(']', 60),
        string.Concat(Enumerable.Repeat("{\"a\":", 60)) + "1" + new string('}', 60),
    ];

    /// <summary>Very large ones, for a few parameters.</summary>
    public static IReadOnlyList<string> Huge { get; } =
    [
        "\"name:" + new string('b', 1_500_000) + "\"",
        "[" + string.Join(',', Enumerable.Range(0, Many).Select(i => $"{{\"key\":\"kunci-{i}\",\"value\":\"{i}\",\"name\":\"nama-{i}\"}}")) + "]",
        "[" + string.Join(',', Enumerable.Range(0, Many).Select(i => i)) + "]",
        new string('[', 200) + new string(']', 200),
    ];
}
