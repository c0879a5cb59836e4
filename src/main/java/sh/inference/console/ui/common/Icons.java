package sh.inference.console.ui.common;

import org.kordamp.ikonli.javafx.FontIcon;

/** The icons of the console's vocabulary: filled for a state, outlined for a command. */
public final class Icons {
    public static final String ENGINES = "mdoal-dns";
    public static final String APPS = "mdal-apps";
    public static final String OPERATIONS = "mdmz-playlist_play";
    public static final String JOURNAL = "mdoal-history";

    public static final String RUNNING = "mdal-check_circle";
    public static final String PENDING = "mdomz-pending";
    public static final String DRAINING = "mdal-hourglass_bottom";
    public static final String RESTARTING = "mdal-cached";
    public static final String STOPPING = "mdomz-stop_circle";
    public static final String STOPPED = "mdmz-stop";
    public static final String DISCONNECTED = "mdal-link_off";
    public static final String UNKNOWN = "mdal-help_outline";

    public static final String MAINTENANCE = "mdal-build";
    public static final String DEPRECATED = "mdoal-archive";

    public static final String VERSION_CURRENT = "mdal-check_circle";
    public static final String VERSION_NEWER = "mdmz-new_releases";
    public static final String VERSION_FORMER = "mdal-history";
    public static final String VERSION_FIRST_SEEN = "mdmz-visibility";

    public static final String LIVE = "mdal-fiber_manual_record";
    public static final String CATCHING_UP = "mdmz-sync";
    public static final String STALE = "mdmz-signal_wifi_off";
    public static final String OFFLINE = "mdal-cloud_off";

    public static final String DONE = "mdal-check_circle";
    public static final String STEP = "mdmz-radio_button_unchecked";
    public static final String STUCK = "mdmz-warning";
    public static final String FAILED = "mdal-error";
    public static final String CHECK = "mdal-check";
    public static final String WARNING = "mdmz-warning";
    public static final String BLOCKED = "mdal-block";
    public static final String ERROR = "mdal-error";

    public static final String DRAIN = "mdoal-hourglass_bottom";
    public static final String UPDATE = "mdmz-system_update_alt";
    public static final String EXTEND = "mdomz-timer";
    public static final String RESTART = "mdomz-replay";
    public static final String STOP = "mdomz-stop_circle";
    public static final String PROMOTE = "mdomz-publish";
    public static final String BACK = "mdal-arrow_back";
    public static final String ROLL_BACK = "mdoal-history";
    public static final String COMPARE = "mdal-compare_arrows";
    public static final String FAVOURITE = "mdmz-star";

    public static final String KEY = "mdomz-vpn_key";
    public static final String LOCKED = "mdoal-lock";
    public static final String UNLOCKED = "mdoal-lock_open";
    public static final String RENAME = "mdoal-edit";
    public static final String DELETE = "mdoal-delete";
    public static final String CANCEL_TASK = "mdal-cancel";

    public static final String TIMER = "mdomz-timer";
    public static final String ALARM = "mdal-alarm";
    public static final String COPY = "mdal-content_copy";
    public static final String CLOSE = "mdal-close";
    public static final String COLUMNS = "mdmz-view_column";
    public static final String VIEWS = "mdal-bookmark_border";
    public static final String MORE = "mdmz-more_horiz";
    public static final String FILTER = "mdal-filter_list";
    public static final String SEARCH = "mdmz-search";
    public static final String REFRESH = "mdmz-refresh";
    public static final String SPEND = "mdoal-calculate";
    public static final String OUTDATED = "mdal-arrow_upward";
    public static final String NOTICES = "mdomz-notifications_none";
    public static final String NOTICES_NEW = "mdmz-notifications";
    public static final String WORK = "mdomz-sync";
    public static final String DIAGNOSTICS = "mdomz-timeline";
    public static final String INFORMATION = "mdal-info";
    public static final String SAVE = "mdoal-get_app";
    public static final String WINDOW = "mdal-launch";
    public static final String KEYBOARD = "mdal-keyboard";
    public static final String SETTINGS = "mdomz-settings";
    public static final String ARROW = "mdal-arrow_forward";

    private Icons() {
    }

    /** A new icon node. It says nothing to a screen reader: the word stands beside it. */
    public static FontIcon of(String code) {
        FontIcon icon = new FontIcon(code);
        icon.setFocusTraversable(false);
        return icon;
    }

    /** A new icon node with further style classes. */
    public static FontIcon of(String code, String... styleClasses) {
        FontIcon icon = of(code);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }
}
